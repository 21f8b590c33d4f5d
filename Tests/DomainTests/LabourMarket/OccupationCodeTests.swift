import Domain
import Foundation
import Testing

/// Five digits of NOC 2021.
@Suite struct OccupationCodeTests {
    @Test(arguments: ["33102", "00010", "65329", "95109"])
    func `five digits with a TEER of 0 to 5 are a code`(text: String) {
        #expect(OccupationCode(text)?.rawValue == text)
    }

    @Test(arguments: ["", "3310", "331020", "36102", "3310a", " 33102", "33102 ", "３３１０２", "3310\u{662}", "-3310", "+3310"])
    func `anything else is not`(text: String) {
        #expect(OccupationCode(text) == nil)
    }

    @Test func `the second digit is the TEER`() { #expect(OccupationCode("72106")?.teer == 2) }

    @Test func `leading zeros are kept`() { #expect(OccupationCode("00010")?.description == "00010") }

    @Test func `the groups above a code are its beginnings`() {
        #expect(OccupationCode("33102")?.ancestors == ["3", "33", "331", "3310"])
    }

    @Test func `codes sort as the classification prints them`() throws {
        let codes = try ["72106", "00010", "33102"].map { try #require(OccupationCode($0)) }
        #expect(codes.sorted().map(\.rawValue) == ["00010", "33102", "72106"])
    }

    @Test func `a stored text that is no code is refused`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([OccupationCode].self, from: Data("[\"9999\"]".utf8)) }
    }
}
