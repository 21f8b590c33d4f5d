/// A root shared by the words of a family, so that `welding` in a title meets `weld` and `welders` in a description of duties.
package enum WordRoot {
    /// English: one derivation taken off if four letters stay. French: the first six letters.
    /// - Parameter stem: a light stem.
    package static func root(_ stem: String, language: TextLanguage) -> String {
        let bytes = Array(stem.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return stem }
        switch language {
        case .fr: return String(decoding: bytes.prefix(6), as: UTF8.self)
        case .en:
            for ending in endings where bytes.count >= ending.utf8.count + 4 && bytes.ends(ending) {
                return String(decoding: bytes.dropLast(ending.utf8.count), as: UTF8.self)
            }
            return stem
        }
    }

    /// Longest first; `ization` and `izat` because the light stem may have taken the final letters already.
    private static let endings = [
        "ization", "ation", "ment", "ering", "ance", "anc", "ery", "eri", "ing", "ist", "ian", "ive", "ion", "age", "if", "er", "or", "al",
        "ed", "ag", "y", "i", "e",
    ]
}
