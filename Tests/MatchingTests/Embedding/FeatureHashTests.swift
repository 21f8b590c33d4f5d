import Matching
import Testing

/// Numbers worked out apart from the program: FNV-1a of 32 bits and the finaliser of murmur3, in another language.
struct FeatureHashTests {
    @Test(
        arguments: [
            ("", 0xAB3E_7C0B), ("a", 0x1A80_B1B3), ("w:nurse", 0xEC48_D3A1),
            ("<nu", 0xCE36_0F2F), ("h:infirmier", 0x9660_1777), ("été", 0xA17D_532D),
        ] as [(String, UInt32)])
    func `a feature has the same number on every machine`(text: String, hash: UInt32) {
        #expect(FeatureHash.hash(text.utf8) == hash)
    }

    @Test func `a prefix counts as so many letters more`() {
        #expect(FeatureHash.hash("nurse".utf8, prefix: "w:") == FeatureHash.hash("w:nurse".utf8))
    }

    @Test func `a word is itself and its runs of three to five letters`() {
        let rows = WordFeatures.rows(of: "nurse", among: 1 << 16)
        let features = [
            "w:nurse", "<nu", "nur", "urs", "rse", "se>", "<nur", "nurs", "urse", "rse>", "<nurs", "nurse", "urse>",
        ]
        #expect(rows == features.map { Int32(FeatureHash.hash($0.utf8) & 0xFFFF) })
        #expect(WordFeatures.rows(of: "it", among: 1 << 16).count == 4)
        #expect(WordFeatures.head("nurse", among: 1 << 16) == Int32(FeatureHash.hash("h:nurse".utf8) & 0xFFFF))
    }
}
