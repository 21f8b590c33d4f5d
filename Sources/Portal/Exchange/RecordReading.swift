import Domain

/// Reads the cells of one record into a program, and collects everything that is wrong with them.
///
/// A column that the file does not have leaves the program's value as it is; a blank cell empties it.
struct RecordReading {
    let record: ImportRecord
    let context: ImportContext
    private(set) var errors: [ImportError]
    private(set) var notes: [ImportNote] = []

    init(_ record: ImportRecord, _ context: ImportContext) {
        self.record = record
        self.context = context
        errors = record.errors
    }

    mutating func note(_ column: ProgramColumn, _ what: ImportNote.What) {
        notes.append(ImportNote(row: record.row, column: record.name(column), what: what))
    }

    mutating func report(_ column: ProgramColumn, item: Int? = nil, _ reason: ImportError.Reason) {
        errors.append(record.error(column, item: item, reason))
    }

    mutating func read(into program: inout Program) {
        readTexts(into: &program)
        readFacts(into: &program)
        readLists(into: &program)
        readTags(into: &program)
        checkWhole(program)
    }

    private mutating func readTexts(into program: inout Program) {
        text(.titleEn, ProgramLimits.title) { program.title.en = $0 }
        text(.titleFr, ProgramLimits.title) { program.title.fr = $0 }
        text(.summaryEn, ProgramLimits.line) { program.summary.en = $0 }
        text(.summaryFr, ProgramLimits.line) { program.summary.fr = $0 }
        text(.descriptionEn, ProgramLimits.description) { program.description.en = $0 }
        text(.descriptionFr, ProgramLimits.description) { program.description.fr = $0 }
        text(.departmentEn, ProgramLimits.title) { program.department.en = $0 }
        text(.departmentFr, ProgramLimits.title) { program.department.fr = $0 }
        text(.priorEducationNoteEn, ProgramLimits.line) { program.priorEducationNote.en = $0 }
        text(.priorEducationNoteFr, ProgramLimits.line) { program.priorEducationNote.fr = $0 }
        text(.assessmentEn, ProgramLimits.line) { program.assessment.en = $0 }
        text(.assessmentFr, ProgramLimits.line) { program.assessment.fr = $0 }
    }

    private mutating func readFacts(into program: inout Program) {
        word(.state, Program.State.published) { program.state = $0 }
        word(.priorEducation, PriorEducation.none) { program.priorEducation = $0 }
        word(.credential, Credential.microCredential) { program.credential = $0 }
        words(.funding) { program.funding = $0 }
        words(.supports) { program.supports = $0 }
        flag(.workIntegrated) { program.isWorkIntegrated = $0 }
        flag(.handsOn) { program.isHandsOn = $0 }
        number(.hours, most: ProgramLimits.hours) { program.hours = $0 }
        number(.weeks, most: ProgramLimits.weeks) { program.weeks = $0 }
        if let cell = record[.cipCode] {
            if cell.isEmpty || cell.isCIPCode { program.cipCode = cell.isEmpty ? nil : cell } else { report(.cipCode, .notACIPCode(cell)) }
        }
        if let cell = record[.url] {
            if cell.isEmpty { program.url = "" } else if isAddress(cell, .url) { program.url = cell }
        }
        if let cell = record[.lastConfirmed] {
            let date = CalendarDate(cell)
            if cell.isEmpty || date != nil { program.lastConfirmed = date } else { report(.lastConfirmed, .notADate(cell)) }
        }
    }

    /// Rules over more than one cell.
    private mutating func checkWhole(_ program: Program) {
        if program.title.isEmpty, !errors.contains(where: { $0.column == record.error(.titleEn, .missing).column }) {
            report(.titleEn, .missing)
        }
        if program.url.isEmpty, record[.url]?.isEmpty != false { report(.url, .missing) }
        if program.funding.contains(where: { $0.objection(hours: program.hours, weeks: program.weeks) != nil }) {
            report(.funding, .studentAidLength)
        }
    }
}

extension RecordReading {
    private mutating func text(_ column: ProgramColumn, _ limit: Int, _ set: (String?) -> Void) {
        guard let text = checked(column, limit) else { return }
        set(text.isEmpty ? nil : text)
    }

    /// The cell, trimmed; `nil` when the column is not there or the text cannot be stored.
    mutating func checked(_ column: ProgramColumn, _ limit: Int) -> String? {
        guard let text = record[column]?.trimmed else { return nil }
        return isStorable(text, column, limit) ? text : nil
    }

    mutating func isStorable(_ text: String, _ column: ProgramColumn, item: Int? = nil, _ limit: Int) -> Bool {
        if text.hasControlCharacter {
            report(column, item: item, .controlCharacter)
            return false
        }
        // Bytes first: counting characters is slow, and few texts come near a limit.
        if text.utf8.count > limit, text.count > limit {
            report(column, item: item, .tooLong(limit: limit))
            return false
        }
        return true
    }

    private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ column: ProgramColumn, _ blank: Word, _ set: (Word) -> Void
    ) {
        guard let cell = record[column]?.trimmed else { return }
        if cell.isEmpty { return set(blank) }
        guard let word = Word(rawValue: cell) else { return report(column, .notOneOf(cell, Word.allCases.map(\.rawValue))) }
        set(word)
    }

    private mutating func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
        _ column: ProgramColumn, _ set: (Set<Word>) -> Void
    ) {
        guard let codes = codes(column) else { return }
        let unknown = codes.filter { Word(rawValue: $0) == nil }
        for code in unknown { report(column, .notOneOf(code, Word.allCases.map(\.rawValue))) }
        if unknown.isEmpty { set(Set(codes.compactMap(Word.init(rawValue:)))) }
    }

    /// The parts of a cell with bars between them, blank ones left out.
    func codes(_ column: ProgramColumn) -> [String]? {
        record[column].map { cell in
            guard cell.utf8.contains(UInt8(ascii: "|")) else { return cell.trimmed.isEmpty ? [] : [cell.trimmed] }
            return cell.utf8.split(separator: UInt8(ascii: "|")).compactMap { part in
                let code = String(Substring(part)).trimmed
                return code.isEmpty ? nil : code
            }
        }
    }

    private mutating func flag(_ column: ProgramColumn, _ set: (Bool) -> Void) {
        guard let cell = record[column]?.trimmed else { return }
        switch cell.lowercased() {
        case "yes", "true", "1", "oui", "vrai": set(true)
        case "no", "false", "0", "", "non", "faux": set(false)
        default: report(column, .notYesOrNo(cell))
        }
    }

    private mutating func number(_ column: ProgramColumn, most: Double, _ set: (Double?) -> Void) {
        guard let cell = record[column]?.trimmed else { return }
        if cell.isEmpty { return set(nil) }
        guard let number = Double(cell), number > 0, number <= most else { return report(column, .notANumber(cell)) }
        set(number)
    }

    mutating func isAddress(_ text: String, _ column: ProgramColumn, item: Int? = nil) -> Bool {
        guard isStorable(text, column, item: item, ProgramLimits.address) else { return false }
        if text.isWebAddress { return true }
        report(column, item: item, .notAWebAddress(text))
        return false
    }
}

extension String {
    /// Anything below the space but tabs and line ends.
    fileprivate var hasControlCharacter: Bool {
        utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
    }

    /// `https://host…` or `http://host…`, with nothing in it that would have to be escaped in a page or a header, and no user name.
    var isWebAddress: Bool {
        let lowered = prefix(8).lowercased()
        let start = lowered.hasPrefix("https://") ? 8 : lowered.hasPrefix("http://") ? 7 : 0
        guard start > 0 else { return false }
        let rest = utf8.dropFirst(start)
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let first = host.first, first != UInt8(ascii: "."), first != UInt8(ascii: ":"), !host.contains(UInt8(ascii: "@")) else {
            return false
        }
        guard rest.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !Self.escapedInAddresses.contains($0) }) else { return false }
        return rest.allSatisfy { $0 < 0x80 } || !unicodeScalars.contains { $0.properties.isWhitespace }
    }

    private static let escapedInAddresses = Array("\"<>\\^`{|}".utf8)

    /// `51`, `51.39` or `51.3902`.
    fileprivate var isCIPCode: Bool {
        let digits = Array(utf8)
        guard [2, 5, 7].contains(digits.count) else { return false }
        return digits.enumerated().allSatisfy { index, byte in index == 2 ? byte == UInt8(ascii: ".") : (48...57).contains(byte) }
    }
}
