import Domain
import TextAnalysis

/// The order that breaks every tie: title without accents and capitals, then id. Total, so pages never repeat or lose a program.
struct TitleOrder: Comparable {
    /// The first eight bytes of the title: most comparisons end there.
    private let beginning: UInt64
    private let title: String
    private let id: String

    init(_ program: Program, language: Language) {
        self.init(title: program.title, id: program.id, language: language)
    }

    init(title: LocalizedText, id: Program.ID, language: Language) {
        self.title = Folding.folded(title.text(language))
        self.id = id.rawValue
        beginning = self.title.beginning
    }

    static func < (a: Self, b: Self) -> Bool {
        if a.beginning != b.beginning { return a.beginning < b.beginning }
        return a.title == b.title ? a.id < b.id : a.title < b.title
    }

    /// For each program its place among those of the arena.
    static func ranks(_ programs: ProgramArena, language: Language) -> [UInt16] {
        let keys = (0..<programs.count).map { TitleOrder(title: programs.title($0), id: programs.id($0), language: language) }
        var ranks = [UInt16](repeating: 0, count: programs.count)
        for (rank, ordinal) in keys.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() { ranks[ordinal] = UInt16(rank) }
        return ranks
    }
}
