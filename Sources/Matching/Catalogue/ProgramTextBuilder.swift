import Domain
import TextAnalysis

/// Reads the words of programs, one program after the other, for a `ProgramTextIndex`.
struct ProgramTextBuilder {
    private let labourMarket: LabourMarketInformation
    private(set) var tables = Language.allCases.map { TermTable($0) }
    private var buffer = TokenBuffer()
    /// How many terms there are; the number of the next new one.
    private(set) var next: Int32 = 0
    /// What each term of the current program is worth, by term; 0 outside `touched`.
    private var weights: [Float] = []
    private var tagWeights: [Float] = []
    private var isProminent: [Bool] = []
    private var touched: [Int32] = []
    private var field: [Int32] = []
    /// The terms a tag adds are the same for every program that carries it.
    private var tagTerms: [TagTarget: [(term: Int32, weight: Float)]] = [:]
    /// Terms of the programs read so far, program by program, and at the same places what each is worth there.
    private(set) var terms: [Int32] = []
    private(set) var impacts: [TermImpact] = []
    /// Where each program's terms end.
    private(set) var ends: [UInt32] = []

    init(_ labourMarket: LabourMarketInformation) { self.labourMarket = labourMarket }

    mutating func add(_ program: Program, institution: Institution?) {
        add(program.title, .title)
        add(program.summary, .summary)
        add(program.description, .description)
        add(program.department, .department)
        for language in Language.allCases {
            let outcomes = program.outcomes.compactMap { $0[language] }
            if !outcomes.isEmpty { add(outcomes.joined(separator: "\n"), language, .outcomes) }
            // A name or a town is the same in both languages unless it has two forms.
            if let name = institution?.name.resolved(language)?.text { add(name, language, .institution) }
            for city in Set(program.offerings.compactMap { $0.place?.city } + [institution?.place.city].compactMap(\.self)).sorted() {
                add(city, language, .place)
            }
        }
        if let sequence = program.sequence { add(sequence.title, .sequence) }
        addTags(of: program)
        finish()
    }

    private mutating func add(_ text: LocalizedText, _ field: ProgramField) {
        if let text = text.en { add(text, .en, field) }
        if let text = text.fr { add(text, .fr, field) }
    }

    private mutating func add(_ text: String, _ language: Language, _ kind: ProgramField) {
        field.removeAll(keepingCapacity: true)
        tables[language == .en ? 0 : 1].appendTerms(of: text, to: &field, buffer: &buffer, next: &next)
        grow()
        let weight = kind.weight(length: field.count)
        for term in field {
            touch(term)
            weights[Int(term)] += weight
            if kind.isProminent { isProminent[Int(term)] = true }
        }
    }

    /// Several tags may share a word; it then counts as in the tag where it weighs most.
    private mutating func addTags(of program: Program) {
        for tag in program.tags where tag.isPublic {
            let found = tagTerms[tag.target] ?? learn(tag.target)
            grow()
            for (term, weight) in found {
                touch(term)
                tagWeights[Int(term)] = max(tagWeights[Int(term)], weight)
            }
        }
    }

    private mutating func learn(_ target: TagTarget) -> [(term: Int32, weight: Float)] {
        var texts: [(String, Language, Float)] = []
        TagText.forEach(target, labourMarket) { texts.append(($0, $1, $2)) }
        var found: [(term: Int32, weight: Float)] = []
        for (text, language, weight) in texts {
            field.removeAll(keepingCapacity: true)
            tables[language == .en ? 0 : 1].appendTerms(of: text, to: &field, buffer: &buffer, next: &next)
            for term in field { found.append((term, weight)) }
        }
        tagTerms[target] = found
        return found
    }

    private mutating func grow() {
        guard weights.count < Int(next) else { return }
        let more = Int(next) * 2 - weights.count
        weights.append(contentsOf: repeatElement(0, count: more))
        tagWeights.append(contentsOf: repeatElement(0, count: more))
        isProminent.append(contentsOf: repeatElement(false, count: more))
    }

    private mutating func touch(_ term: Int32) {
        if weights[Int(term)] == 0, tagWeights[Int(term)] == 0 { touched.append(term) }
    }

    private mutating func finish() {
        for term in touched {
            let weight = weights[Int(term)] + tagWeights[Int(term)]
            terms.append(term)
            impacts.append(TermImpact(weight / (weight + ProgramField.saturation), isProminent: isProminent[Int(term)]))
            isProminent[Int(term)] = false
            weights[Int(term)] = 0
            tagWeights[Int(term)] = 0
        }
        touched.removeAll(keepingCapacity: true)
        ends.append(UInt32(terms.count))
    }

    /// Forgets the programs, not the words: the next segment's are mostly the same.
    mutating func startOver() {
        terms.removeAll(keepingCapacity: true)
        impacts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
