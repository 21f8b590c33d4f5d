import Domain

/// One official title in twenty, left out of the index and asked for: a regression test in both languages. Easy, for variants stay in.
package enum HeldOutTitles {
    /// The same titles in every run, whatever their order: by a hash of language and title.
    package static func isHeldOut(_ row: Classification.Row) -> Bool {
        hash(row.language.rawValue + row.label) % 20 == 0
    }

    /// The classification without them, and they.
    package static func split(_ classification: Classification) -> (kept: Classification, heldOut: [LabelledTitle]) {
        var kept = classification
        kept.rows = classification.rows.filter { !isHeldOut($0) }
        let heldOut = classification.rows.filter(isHeldOut).map {
            LabelledTitle(text: $0.label, language: $0.language, codes: [$0.code])
        }
        return (kept, heldOut)
    }

    /// FNV-1a, 64 bits, of the UTF-8 bytes.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
