import Domain
import Testing
import Web

@Suite struct ProgramCodesTests {
    @Test func `any identifier is read back from its code, which needs no escaping`() {
        var generator = SeededGenerator(seed: 11)
        var ids = ["a", "dementia", "é\u{301}", "a.b~c/d?e&f", "9f1c2f7e-0000-4000-8000-00000000000A", String(repeating: "x", count: 200)]
        for _ in 0..<500 { ids.append(UUIDv7.make(at: Timestamp(milliseconds: 1_795_453_200_000), using: &generator)) }
        for id in ids {
            let code = ProgramCodes.code(Program.ID(id))
            #expect(ProgramCodes.id(code) == Program.ID(id))
            #expect(QueryString.encoded(code) == code)
        }
    }

    @Test func `a UUID takes 22 letters, so that fifty programs fit into a message`() {
        let ids = (0..<50).map { Program.ID(UUIDv7.make(at: Timestamp(milliseconds: Int64($0)))) }
        let text = ProgramCodes(ids).text
        #expect(text.count == 50 * 22 + 49)
        #expect(ProgramCodes(reading: text, most: 50).ids == ids)
    }

    @Test(arguments: ["x", "~", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA", "~_w", "%FF", "ä", "a b"])
    func `what no program is written as is counted, not guessed`(code: String) {
        let codes = ProgramCodes(reading: code, most: 50)
        #expect(codes.ids.isEmpty && codes.unreadable == 1)
    }

    @Test func `a UUID has one spelling only`() {
        let id = "9f1c2f7e-0000-4000-8000-00000000000a"
        #expect(ProgramCodes.id("~" + Base64URL.encode(Array(id.utf8))) == nil)
    }

    @Test func `none counts twice, and what is past the limit is counted`() {
        let codes = ProgramCodes(reading: ProgramCodes(["a", "b", "a", "c", "d"]).text + "." + ProgramCodes(["b", "e"]).text, most: 3)
        #expect(codes.ids == ["a", "b", "c"])
        #expect(codes.leftOut == 2)
    }
}
