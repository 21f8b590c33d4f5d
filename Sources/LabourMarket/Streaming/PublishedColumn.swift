import TextAnalysis

/// A column as its publisher names it in either language, and from year to year. Compared by letters and digits alone: `NOC21 Code` and
/// `NOC21_Code`, `PÉRIODE DE RÉFÉRENCE` and `Période de référence` are the same.
struct PublishedColumn {
    /// The usual name first, for messages.
    let names: [String]

    init(_ names: String...) { self.names = names }

    static func key(_ name: String) -> String {
        String(
            decoding: Folding.folded(name).utf8.filter { $0 >= 0x80 || (48...57).contains($0) || (97...122).contains($0) }, as: UTF8.self)
    }
}
