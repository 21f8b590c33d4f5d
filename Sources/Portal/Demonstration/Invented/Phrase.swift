import Domain

/// What a phrase leaves open.
enum PhraseSlot: String, CaseIterable {
    case skill, skill2, technology, technology2, theme, occupation, job, industry, level, name, city, hours, number

    /// Names of things start small within a sentence; names of products, places and people do not.
    var isCommonNoun: Bool {
        switch self {
        case .skill, .skill2, .job, .industry: true
        case .technology, .technology2, .theme, .occupation, .level, .name, .city, .hours, .number: false
        }
    }
}

/// A sentence, title or line in both languages, with open places: `Practise {skill} with {technology}`.
struct Phrase: Sendable, Decodable {
    private enum Part: Sendable {
        case text(String)
        case slot(PhraseSlot)
    }

    private let en: [Part]
    private let fr: [Part]

    private enum Key: String, CodingKey { case en, fr }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func parts(_ key: Key) throws -> [Part] {
            let text = try container.decode(String.self, forKey: key)
            guard let parts = Self.parts(text) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "an unknown slot in: \(text)")
            }
            return parts
        }
        en = try parts(.en)
        fr = try parts(.fr)
    }

    private static func parts(_ text: String) -> [Part]? {
        var parts: [Part] = []
        for piece in text.split(separator: "{", omittingEmptySubsequences: false) {
            let ends = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if ends.count == 1 {
                if !piece.isEmpty { parts.append(.text(String(piece))) }
                continue
            }
            guard let slot = PhraseSlot(rawValue: String(ends[0])) else { return nil }
            parts.append(.slot(slot))
            if !ends[1].isEmpty { parts.append(.text(String(ends[1]))) }
        }
        return parts
    }

    /// - Parameter word: what stands in a slot.
    func text(_ language: Language, _ word: (PhraseSlot) -> String) -> String {
        var text = ""
        for part in language == .en ? en : fr {
            switch part {
            case .text(let piece): text += piece
            case .slot(let slot): text += slot.isCommonNoun && !text.isEmpty ? word(slot).withSmallInitial : word(slot)
            }
        }
        return text.withCapitalInitial
    }
}

extension String {
    /// `Welding` becomes `welding`; `MIG welding` and `T-shirt printing` stay.
    fileprivate var withSmallInitial: String {
        guard let first, first.isUppercase, dropFirst().first?.isLowercase == true else { return self }
        return first.lowercased() + dropFirst()
    }

    fileprivate var withCapitalInitial: String {
        guard let first, first.isLowercase else { return self }
        return first.uppercased() + dropFirst()
    }
}
