import Domain
import Testing

/// A postal code as people type it.
@Suite struct PostalAreaTests {
    @Test(arguments: ["K1A 0B1", "k1a0b1", "K1A", "k1a", " k1a 0b1 ", "K1A-0B1", "K 1 A", "K1A\u{A0}0B1"])
    func `a postal code is read however it is typed`(text: String) {
        #expect(PostalArea.code(in: text) == "K1A")
    }

    @Test(arguments: [
        "", "K1", "K1A 0", "K1A 0B", "K1A 0B1 2", "1K1", "KAA", "111", "K1A 0BB", "90210", "É1A", "K١A", "K1Ａ", "Ottawa", "<script>",
        "K1A\u{301}",
    ])
    func `what is not shaped like a postal code is not one`(text: String) {
        #expect(PostalArea.code(in: text) == nil)
    }
}
