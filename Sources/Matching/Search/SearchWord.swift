import Domain
import Foundation
import TextAnalysis

/// One word of a question: the terms that answer to it in each segment, and the programs that contain one of them.
struct SearchWord {
    struct Alternative {
        let term: Int32
        /// What a match is worth: 1 in the language of the question.
        let factor: Float
        let isOwnLanguage: Bool
    }

    /// By segment.
    private(set) var alternatives: [[Alternative]]
    /// By segment: programs that still count and contain the word.
    private(set) var programs: [Bitset]
    /// How many programs that is.
    private(set) var count = 0

    /// A word of the other language answers too, a little less.
    static let otherLanguageFactor: Float = 0.8
    /// A word that only begins like the one typed.
    static let beginningFactor: Float = 0.8
    /// Shorter beginnings fit nearly every text.
    static let shortestBeginning = 3

    /// - Parameter word: folded.
    init(_ word: String, language: Language, segments: [Segment]) {
        let stems = Language.allCases.map { SearchStem.stem(word, language: $0 == .en ? .en : .fr) }
        self.init(segments) { segment in
            zip(Language.allCases, stems).compactMap { spoken, stem in
                segment.text.term(stem, spoken).map { Self.alternative($0, spoken, language, 1) }
            }
        }
    }

    /// Every word that begins with the letters.
    init(beginning word: String, language: Language, segments: [Segment]) {
        self.init(segments) { segment in
            guard word.utf8.count >= Self.shortestBeginning else { return [] }
            return Language.allCases.enumerated().flatMap { index, spoken in
                segment.text.spellings[index].terms(beginning: word).map { Self.alternative($0, spoken, language, Self.beginningFactor) }
            }
        }
    }

    private static func alternative(_ term: Int32, _ spoken: Language, _ asked: Language, _ factor: Float) -> Alternative {
        Alternative(term: term, factor: spoken == asked ? factor : factor * otherLanguageFactor, isOwnLanguage: spoken == asked)
    }

    private init(_ segments: [Segment], _ find: (Segment) -> [Alternative]) {
        alternatives = []
        programs = []
        for segment in segments {
            let found = find(segment)
            var set = Bitset(capacity: segment.count)
            for alternative in found { set.insert(segment.text.programs(with: alternative.term)) }
            set.formIntersection(segment.live)
            alternatives.append(found)
            programs.append(set)
            count += set.count
        }
    }

    var isUnknown: Bool { count == 0 }

    /// How much the word tells programs apart (BM25's inverse document frequency): the rarer the more.
    func rarity(among total: Int) -> Float {
        let ratio = (Double(total - count) + 0.5) / (Double(count) + 0.5)
        return Float(log(1 + ratio))
    }

    /// The program contains the word in the language of the question.
    func isInOwnLanguage(_ place: ProgramPlace, _ segment: Segment) -> Bool {
        alternatives[place.segment].contains { $0.isOwnLanguage && segment.text.contains($0.term, program: place.ordinal) }
    }
}
