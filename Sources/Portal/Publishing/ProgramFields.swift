package import Domain

/// A program as the texts of a form: whatever was typed, right or wrong, so that nothing is lost when it is shown again.
///
/// Single values are those of the import's columns, and are checked by the same rules (`RecordReading`).
package struct ProgramFields: Hashable, Sendable {
    package var reference = ""
    package private(set) var texts: [ProgramColumn: String] = [:]
    package var outcomes: [LocalizedFields] = []
    package var endorsements: [EndorsementFields] = []
    package var offerings: [OfferingFields] = []

    package struct LocalizedFields: Hashable, Sendable {
        package var en = ""
        package var fr = ""

        package init(en: String = "", fr: String = "") {
            self.en = en
            self.fr = fr
        }

        package var isBlank: Bool { en.isBlank && fr.isBlank }
    }

    package struct EndorsementFields: Hashable, Sendable {
        package var name = ""
        package var url = ""

        package init(name: String = "", url: String = "") {
            self.name = name
            self.url = url
        }

        package var isBlank: Bool { name.isBlank && url.isBlank }
    }

    /// The columns a form has a field of its own for, in its order.
    package static let columns: [ProgramColumn] = [
        .titleEn, .titleFr, .summaryEn, .summaryFr, .descriptionEn, .descriptionFr, .departmentEn, .departmentFr, .hours, .weeks,
        .priorEducation, .priorEducationNoteEn, .priorEducationNoteFr, .credential, .assessmentEn, .assessmentFr, .cipCode, .funding,
        .workIntegrated, .handsOn, .supports, .sequenceReference, .sequenceTitleEn, .sequenceTitleFr, .sequencePosition, .url,
    ]

    /// A blank form.
    package init() {}

    package init(_ program: Program) {
        let cells = ProgramCells.cells(program)
        reference = program.reference
        for column in Self.columns { texts[column] = cells[column.rawValue] }
        outcomes = program.outcomes.map { LocalizedFields(en: $0.en ?? "", fr: $0.fr ?? "") }
        endorsements = program.endorsements.map { EndorsementFields(name: $0.name, url: $0.url ?? "") }
        offerings = program.offerings.map(OfferingFields.init)
    }

    package subscript(column: ProgramColumn) -> String {
        get { texts[column] ?? "" }
        set { texts[column] = newValue }
    }

    /// The values chosen in a field of check boxes.
    package func chosen(_ column: ProgramColumn) -> Set<String> { Set(self[column].split(separator: "|").map(String.init)) }

    /// The program with these fields in place of its own, and what is wrong with them. Where something is wrong, the program keeps what it had.
    package func reading(onto program: Program, information: LabourMarketInformation) -> (program: Program, problems: [FieldProblem]) {
        var read = program
        var problems: [FieldProblem] = []
        readReference(&read, &problems)
        readColumns(&read, information, &problems)
        readOutcomes(&read, &problems)
        readEndorsements(&read, &problems)
        readOfferings(&read, &problems)
        return (read, problems)
    }

    private func readReference(_ program: inout Program, _ problems: inout [FieldProblem]) {
        let text = reference.trimmed
        if text.isEmpty { return problems.append(FieldProblem("reference", .missing)) }
        guard text.isPlain(atMost: ProgramLimits.reference, "reference", &problems) else { return }
        program.reference = text
    }

    private func readColumns(_ program: inout Program, _ information: LabourMarketInformation, _ problems: inout [FieldProblem]) {
        var record = ImportRecord(row: 1, format: .csv)
        for column in Self.columns { record[column] = normalised(column) }
        var reading = RecordReading(record, ImportContext(institutions: [program.institution], information: information))
        reading.read(into: &program)
        for error in reading.errors {
            guard let name = error.column, let column = ProgramColumn(name: name) else { continue }
            problems.append(FieldProblem(column.fieldName, .init(error.reason)))
        }
    }

    /// Line ends as one machine writes them; numbers with the comma of French.
    private func normalised(_ column: ProgramColumn) -> String {
        let text = self[column].replacing("\r\n", with: "\n").trimmed
        switch column {
        case .hours, .weeks: return text.replacing(",", with: ".")
        default: return text
        }
    }

    private func readOutcomes(_ program: inout Program, _ problems: inout [FieldProblem]) {
        guard outcomes.filter({ !$0.isBlank }).count <= ProgramLimits.outcomes else {
            return problems.append(FieldProblem("outcome.0.en", .tooMany(limit: ProgramLimits.outcomes)))
        }
        let before = problems.count
        var list: [LocalizedText] = []
        for (index, outcome) in outcomes.enumerated() where !outcome.isBlank {
            _ = outcome.en.isPlain(atMost: ProgramLimits.line, "outcome.\(index).en", &problems)
            _ = outcome.fr.isPlain(atMost: ProgramLimits.line, "outcome.\(index).fr", &problems)
            list.append(LocalizedText(en: outcome.en.trimmed, fr: outcome.fr.trimmed))
        }
        if problems.count == before { program.outcomes = list }
    }

    private func readEndorsements(_ program: inout Program, _ problems: inout [FieldProblem]) {
        guard endorsements.filter({ !$0.isBlank }).count <= ProgramLimits.endorsements else {
            return problems.append(FieldProblem("endorsement.0.name", .tooMany(limit: ProgramLimits.endorsements)))
        }
        let before = problems.count
        var list: [Endorsement] = []
        for (index, endorsement) in endorsements.enumerated() where !endorsement.isBlank {
            let (name, url) = (endorsement.name.trimmed, endorsement.url.trimmed)
            if name.isEmpty { problems.append(FieldProblem("endorsement.\(index).name", .missing)) }
            _ = name.isPlain(atMost: ProgramLimits.title, "endorsement.\(index).name", &problems)
            if !url.isEmpty, !url.isWebAddress || url.utf8.count > ProgramLimits.address {
                problems.append(FieldProblem("endorsement.\(index).url", .notAnAddress))
            }
            list.append(Endorsement(name: name, url: url.isEmpty ? nil : url))
        }
        if problems.count == before { program.endorsements = list }
    }

    private func readOfferings(_ program: inout Program, _ problems: inout [FieldProblem]) {
        guard offerings.filter({ !$0.isBlank }).count <= ProgramLimits.offerings else {
            return problems.append(FieldProblem("offering.0.start", .tooMany(limit: ProgramLimits.offerings)))
        }
        let before = problems.count
        let list = offerings.enumerated().compactMap { $1.isBlank ? nil : $1.offering("offering.\($0)", &problems) }
        if problems.count == before { program.offerings = list }
    }
}

extension ProgramColumn {
    /// As the form names it, and the difference of two programs as well: `title-en`.
    package var fieldName: String { name.replacing("_", with: "-") }
}

extension String {
    /// Whether it can be stored as one value of a program.
    func isPlain(atMost limit: Int, _ field: String, _ problems: inout [FieldProblem]) -> Bool {
        if utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }) {
            problems.append(FieldProblem(field, .controlCharacter))
            return false
        }
        if utf8.count > limit, count > limit {
            problems.append(FieldProblem(field, .tooLong(limit: limit)))
            return false
        }
        return true
    }
}
