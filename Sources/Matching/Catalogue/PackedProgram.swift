import Domain

/// A program as bytes, about as many as its texts have: what the catalogue keeps. Only the programs a page shows become values again.
///
/// The id and the title come first, so that they can be read without the rest.
enum PackedProgram {
    static func write(_ program: Program, to writer: inout PackedWriter) {
        writer.text(program.id.rawValue)
        writer.text(program.title)
        writer.text(program.institution.rawValue)
        writer.text(program.reference)
        writer.choice(program.state, of: Cases.states)
        writer.text(program.summary)
        writer.text(program.description)
        writer.list(program.outcomes) { $0.text($1) }
        writer.text(program.department)
        writer.optional(program.hours) { $0.double($1) }
        writer.optional(program.weeks) { $0.double($1) }
        writer.choice(program.priorEducation, of: Cases.priorEducations)
        writer.text(program.priorEducationNote)
        writer.choice(program.credential, of: Cases.credentials)
        writer.text(program.assessment)
        writer.text(program.cipCode)
        writer.choices(program.funding, of: Cases.fundings)
        writer.flag(program.isWorkIntegrated)
        writer.flag(program.isHandsOn)
        writer.choices(program.supports, of: Cases.supports)
        writer.list(program.endorsements) {
            $0.text($1.name)
            $0.text($1.url)
        }
        writer.optional(program.sequence) {
            $0.text($1.reference)
            $0.text($1.title)
            $0.number($1.position)
        }
        writer.text(program.url)
        writer.list(program.offerings) { PackedOffering.write($1, to: &$0) }
        writer.list(program.tags) { PackedTag.write($1, to: &$0) }
        writer.optional(program.lastConfirmed) { $0.number($1.dayNumber) }
    }

    /// - Returns: `nil` for bytes that are not a program.
    static func read(_ reader: inout PackedReader) -> Program? {
        let id = Program.ID(reader.text())
        let title = reader.localizedText()
        var program = Program(id: id, institution: Institution.ID(reader.text()), reference: reader.text(), title: title, url: "")
        program.state = reader.choice(Cases.states)
        program.summary = reader.localizedText()
        program.description = reader.localizedText()
        program.outcomes = reader.list { $0.localizedText() }
        program.department = reader.localizedText()
        program.hours = reader.optional { $0.double() }
        program.weeks = reader.optional { $0.double() }
        program.priorEducation = reader.choice(Cases.priorEducations)
        program.priorEducationNote = reader.localizedText()
        program.credential = reader.choice(Cases.credentials)
        program.assessment = reader.localizedText()
        program.cipCode = reader.optionalText()
        program.funding = reader.choices(Cases.fundings)
        program.isWorkIntegrated = reader.flag()
        program.isHandsOn = reader.flag()
        program.supports = reader.choices(Cases.supports)
        program.endorsements = reader.list { Endorsement(name: $0.text(), url: $0.optionalText()) }
        program.sequence = reader.optional { SequenceStep(reference: $0.text(), title: $0.localizedText(), position: $0.number()) }
        program.url = reader.text()
        program.offerings = reader.list { PackedOffering.read(&$0) }
        program.tags = reader.list { PackedTag.read(&$0) }
        program.lastConfirmed = reader.optional { CalendarDate(dayNumber: $0.number()) }
        return reader.isBroken ? nil : program
    }
}

/// `allCases` makes a new array each time it is asked for.
enum Cases {
    static let states = Program.State.allCases
    static let priorEducations = PriorEducation.allCases
    static let credentials = Credential.allCases
    static let fundings = Funding.allCases
    static let supports = Support.allCases
    static let deliveries = Offering.Delivery.allCases
    static let languages = Language.allCases
    static let tagStates = Tag.State.allCases
    static let tagKinds = TagTarget.Kind.allCases
    static let institutionKinds = Institution.Kind.allCases

    /// Names of all cases in order: packed bytes mean what they say only while these are the same.
    static var names: String {
        let names: [[String]] = [
            states.map(\.rawValue), priorEducations.map(\.rawValue), credentials.map(\.rawValue), fundings.map(\.rawValue),
            supports.map(\.rawValue), deliveries.map(\.rawValue), languages.map(\.rawValue), tagStates.map(\.rawValue),
            tagKinds.map(\.rawValue), institutionKinds.map(\.rawValue),
        ]
        return names.map { $0.joined(separator: ",") }.joined(separator: ";")
    }
}

extension PackedWriter {
    mutating func text(_ value: LocalizedText) {
        text(value.en)
        text(value.fr)
    }

    mutating func choice<Value: Equatable>(_ value: Value, of all: [Value]) { byte(UInt8(all.firstIndex(of: value)!)) }

    mutating func choices<Value: Hashable>(_ values: Set<Value>, of all: [Value]) {
        count(values.isEmpty ? 0 : all.indices.reduce(UInt64(0)) { values.contains(all[$1]) ? $0 | 1 << UInt64($1) : $0 })
    }
}

extension PackedReader {
    mutating func localizedText() -> LocalizedText {
        var text = LocalizedText()
        text.en = optionalText()
        text.fr = optionalText()
        return text
    }
}
