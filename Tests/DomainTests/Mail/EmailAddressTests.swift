import Domain
import Foundation
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: ["ana@college.example", "a.b+c_d@x.y-z.example", "o'neil@college.example", "1@2.example", "{}!#$%&'*+/=?^`|~@a.bc"])
    func `addresses people have are taken`(_ text: String) {
        #expect(EmailAddress(text)?.text == text)
    }

    @Test func `an address is the same however it is typed`() {
        #expect(EmailAddress(" Ana@College.EXAMPLE\n") == EmailAddress("ana@college.example"))
        #expect(EmailAddress("ana@college.example")?.domain == "college.example")
    }

    @Test(arguments: [
        "", "ana", "@college.example", "ana@", "ana@@college.example", "a@b@c.example", "ana@college", "ana@.example",
        "ana@college..example",
        "ana@-a.example", "ana@a-.example", "ana@192.0.2.1", "ana@[192.0.2.1]", ".ana@a.example", "ana.@a.example", "a..b@a.example",
        "\"a b\"@a.example", "a b@a.example", "a,b@a.example", "<ana@a.example>", "ana@a.example,b@a.example", "ana@a.example>",
        "änne@a.example",
        "ana@collège.example", "ana@a.example\r\nBcc: x@y.example", "a\r\n@a.example", "a\u{0}@a.example", "ana@a_b.example",
        "a;b@a.example",
        "a(b)@a.example", "a:b@a.example", "a\\b@a.example",
    ]) func `everything else is refused`(_ text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func `no part is longer than mail servers take`() {
        let long = { String(repeating: "a", count: $0) }
        #expect(EmailAddress(long(64) + "@a.example") != nil)
        #expect(EmailAddress(long(65) + "@a.example") == nil)
        #expect(EmailAddress("a@" + long(63) + ".example") != nil)
        #expect(EmailAddress("a@" + long(64) + ".example") == nil)
        #expect(EmailAddress("a@" + String(repeating: "aaaaaaaaa.", count: 25) + "example") == nil)
    }

    @Test func `an address in JSON is checked like any other`() throws {
        let address = try JSONDecoder().decode([EmailAddress].self, from: Data("[\"Ana@college.example\"]".utf8))
        #expect(address.map(\.text) == ["ana@college.example"])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([EmailAddress].self, from: Data("[\"ana\"]".utf8)) }
    }
}
