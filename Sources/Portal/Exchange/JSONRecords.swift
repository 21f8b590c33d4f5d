import Domain

/// Reads the JSON form into records: an array of programs. The text is in memory whole; its programs are not.
struct JSONRecords: RecordSource {
    private var reader: JSONReader
    private var row = 0
    private var problem: JSONProblem?

    /// How many programs are handed over at once.
    private static let piece = 256

    init(_ bytes: [UInt8]) { reader = JSONReader(bytes) }

    mutating func next() throws -> [ImportRecord]? {
        var records: [ImportRecord] = []
        do throws(JSONProblem) {
            if let problem { throw problem }
            while records.count < Self.piece, let value = try reader.nextElement() {
                row += 1
                records.append(Self.record(value, row: row))
            }
        } catch {
            problem = error
            guard !records.isEmpty else { throw ImportErrors([ImportError(reason: .unreadable(error.sentence, .json(line: error.line)))]) }
        }
        return records.isEmpty ? nil : records
    }

    static func record(_ value: JSONValue, row: Int) -> ImportRecord {
        var filler = RecordFiller(record: ImportRecord(row: row, format: .json))
        guard case .object(let members) = value else {
            filler.record.report(.reference, .wrongType(expected: .program))
            return filler.record
        }
        let unknown = members.keys.filter { !known.contains($0) }.sorted()
        if !unknown.isEmpty { filler.record.report(.reference, .unknownColumns(unknown)) }
        for (key, value) in members { filler.fill(key, value) }
        return filler.record
    }

    private static let known = Set(ProgramColumn.allCases.map { $0.jsonPath.split(separator: ".")[0] }.map(String.init))
}

/// Turns members of a JSON object into the texts the CSV form would have.
private struct RecordFiller {
    var record: ImportRecord

    mutating func fill(_ key: String, _ value: JSONValue) {
        switch key {
        case "institution": text(.institution, value)
        case "reference": text(.reference, value)
        case "state": text(.state, value)
        case "title": localized(.titleEn, .titleFr, value)
        case "summary": localized(.summaryEn, .summaryFr, value)
        case "description": localized(.descriptionEn, .descriptionFr, value)
        case "outcomes": outcomes(value)
        case "department": localized(.departmentEn, .departmentFr, value)
        case "hours": number(.hours, value)
        case "weeks": number(.weeks, value)
        case "priorEducation": text(.priorEducation, value)
        case "priorEducationNote": localized(.priorEducationNoteEn, .priorEducationNoteFr, value)
        case "credential": text(.credential, value)
        case "assessment": localized(.assessmentEn, .assessmentFr, value)
        case "cipCode": text(.cipCode, value)
        case "funding": words(.funding, value)
        case "isWorkIntegrated": flag(.workIntegrated, value)
        case "isHandsOn": flag(.handsOn, value)
        case "supports": words(.supports, value)
        case "endorsements": endorsements(value)
        case "sequence": sequence(value)
        case "url": text(.url, value)
        case "offerings": offerings(value)
        case "occupations": words(.occupations, value)
        case "industries": words(.industries, value)
        case "skills": words(.skills, value)
        case "technologies": words(.technologies, value)
        case "otherTags": record.setOtherTags(value == .null ? .array([]) : value)
        case "lastConfirmed": text(.lastConfirmed, value)
        case "id": text(.id, value)
        default: return
        }
    }

    private mutating func text(_ column: ProgramColumn, _ value: JSONValue) {
        switch value {
        case .text(let text): record[column] = text.trimmed
        case .null: record[column] = ""
        default: record.report(column, .wrongType(expected: .text))
        }
    }

    private mutating func number(_ column: ProgramColumn, _ value: JSONValue) {
        switch value {
        case .number(let digits): record[column] = digits
        case .null: record[column] = ""
        default: record.report(column, .wrongType(expected: .number))
        }
    }

    private mutating func flag(_ column: ProgramColumn, _ value: JSONValue) {
        switch value {
        case .bool(let flag): record[column] = flag ? "yes" : "no"
        case .null: record[column] = ""
        default: record.report(column, .wrongType(expected: .flag))
        }
    }

    private mutating func words(_ column: ProgramColumn, _ value: JSONValue) {
        guard let values = list(column, value) else { return }
        let words = values.compactMap(\.textValue)
        guard words.count == values.count else { return record.report(column, .wrongType(expected: .texts)) }
        record[column] = words.joined(separator: "|")
    }

    /// Both sides are replaced: a language that the object does not have is blank.
    private mutating func localized(_ en: ProgramColumn, _ fr: ProgramColumn, _ value: JSONValue) {
        guard let text = value.localizedValue else {
            return record.report(en, .wrongType(expected: .localizedText))
        }
        record[en] = text.en?.trimmed ?? ""
        record[fr] = text.fr?.trimmed ?? ""
    }

    private mutating func outcomes(_ value: JSONValue) {
        guard let values = list(.outcomesEn, value) else { return }
        let outcomes = values.compactMap(\.localizedValue).map { LocalizedText(en: $0.en?.trimmed, fr: $0.fr?.trimmed) }
        guard outcomes.count == values.count else {
            return record.report(.outcomesEn, .wrongType(expected: .localizedTexts))
        }
        record[.outcomesEn] = OutcomesCells.cell(outcomes, .en)
        record[.outcomesFr] = OutcomesCells.cell(outcomes, .fr)
    }

    private mutating func endorsements(_ value: JSONValue) {
        guard let values = list(.endorsements, value) else { return }
        var found: [Endorsement] = []
        for (index, value) in values.enumerated() {
            guard let members = value.objectValue(["name", "url"]), let name = members["name"]?.textValue?.trimmed, !name.isEmpty else {
                record.report(.endorsements, item: index + 1, .wrongType(expected: .endorsement))
                continue
            }
            let url = members["url"] ?? .null
            guard url == .null || url.textValue != nil else {
                record.report(.endorsements, item: index + 1, .wrongType(expected: .endorsement))
                continue
            }
            // What is no address is found out when the line is read.
            let address = url.textValue?.trimmed ?? ""
            found.append(Endorsement(name: name, url: address.isEmpty ? nil : address))
        }
        record[.endorsements] = EndorsementLines.cell(found)
    }

    private mutating func sequence(_ value: JSONValue) {
        if value == .null {
            for column in ProgramColumn.sequence { record[column] = "" }
            return
        }
        guard let members = value.objectValue(["reference", "title", "position"]) else {
            return record.report(
                .sequenceReference, .wrongType(expected: .sequence))
        }
        text(.sequenceReference, members["reference"] ?? .null)
        localized(.sequenceTitleEn, .sequenceTitleFr, members["title"] ?? .null)
        number(.sequencePosition, members["position"] ?? .null)
    }

    private mutating func offerings(_ value: JSONValue) {
        guard let values = list(.offerings, value) else { return }
        var lines: [String] = []
        for (index, value) in values.enumerated() {
            guard let line = value.offeringLine else {
                record.report(
                    .offerings, item: index + 1,
                    .wrongType(expected: .offering))
                continue
            }
            lines.append(line)
        }
        record[.offerings] = lines.joined(separator: "\n")
    }

    private mutating func list(_ column: ProgramColumn, _ value: JSONValue) -> [JSONValue]? {
        switch value {
        case .array(let values): return values
        case .null: return []
        default:
            record.report(column, .wrongType(expected: .list))
            return nil
        }
    }
}
