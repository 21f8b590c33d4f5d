import Domain
import TextAnalysis

/// The order that breaks every tie: title without accents and capitals, then id. Total, so pages never repeat or lose a program.
struct TitleOrder: Comparable {
    private let title: String
    private let id: String

    init(_ program: Program, language: Language) {
        title = Folding.folded(program.title.text(language))
        id = program.id.rawValue
    }

    static func < (a: Self, b: Self) -> Bool { a.title == b.title ? a.id < b.id : a.title < b.title }

    /// For each program its place among `programs`.
    static func ranks(_ programs: [Program], language: Language) -> [Int32] {
        let keys = programs.map { TitleOrder($0, language: language) }
        var ranks = [Int32](repeating: 0, count: programs.count)
        for (rank, ordinal) in keys.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() { ranks[ordinal] = Int32(rank) }
        return ranks
    }
}
