import Domain

/// The columns of each table a program is made of, in the order in which both reading and writing use them.
enum ProgramColumns {
    static let program: [SQL] = [
        "id", "institution", "reference", "state", "title_en", "title_fr", "summary_en", "summary_fr", "description_en", "description_fr",
        "department_en", "department_fr", "hours", "weeks", "prior_education", "prior_education_note_en", "prior_education_note_fr",
        "credential", "assessment_en", "assessment_fr", "cip_code", "is_work_integrated", "is_hands_on", "sequence_reference",
        "sequence_title_en", "sequence_title_fr", "sequence_position", "url", "last_confirmed",
    ]
    static let outcome: [SQL] = ["program", "position", "text_en", "text_fr"]
    static let offering: [SQL] = [
        "program", "position", "start_date", "end_date", "delivery", "city", "postal_code", "language", "price_cents",
    ]
    static let tag: [SQL] = [
        "program", "position", "kind", "code", "state", "evidence", "confidence", "decided_by", "decided_at", "taxonomy_version",
    ]
    static let endorsement: [SQL] = ["program", "position", "name", "url"]
    static let funding: [SQL] = ["program", "funding"]
    static let support: [SQL] = ["program", "support"]
}

extension Program {
    /// Its own row, without the lists that have tables of their own.
    init(_ row: some SQLCells) throws(StorageError) {
        self.init(
            id: ID(try row.required(0)), institution: Institution.ID(try row.required(1)), reference: try row.required(2),
            state: try row.word(3), title: row.localized(4), summary: row.localized(6), description: row.localized(8),
            department: row.localized(10), hours: row.real(12), weeks: row.real(13), priorEducation: try row.word(14),
            priorEducationNote: row.localized(15), credential: try row.word(17), assessment: row.localized(18), cipCode: row.text(20),
            isWorkIntegrated: try row.flag(21), isHandsOn: try row.flag(22), sequence: try SequenceStep(row), url: try row.required(27),
            lastConfirmed: try row.date(28))
    }

    func write(to row: some SQLRowWriter) throws {
        try row.append(id.rawValue)
        try row.append(institution.rawValue)
        try row.append(reference)
        try row.append(state.rawValue)
        for text in [title, summary, description, department] { try text.write(to: row) }
        try row.append(hours)
        try row.append(weeks)
        try row.append(priorEducation.rawValue)
        try priorEducationNote.write(to: row)
        try row.append(credential.rawValue)
        try assessment.write(to: row)
        try row.append(cipCode)
        try row.append(isWorkIntegrated ? 1 : 0)
        try row.append(isHandsOn ? 1 : 0)
        try row.append(sequence?.reference)
        try (sequence?.title ?? LocalizedText()).write(to: row)
        try row.append(sequence?.position)
        try row.append(url)
        try row.append(lastConfirmed?.description)
        try row.endRow()
    }
}

extension LocalizedText {
    func write(to row: some SQLRowWriter) throws {
        try row.append(en)
        try row.append(fr)
    }
}

extension SequenceStep {
    fileprivate init?(_ row: some SQLCells) throws(StorageError) {
        guard let reference = row.text(23) else { return nil }
        self.init(reference: reference, title: row.localized(24), position: try row.requiredInteger(26))
    }
}

extension Offering {
    init(_ row: some SQLCells) throws(StorageError) {
        let end = try row.date(3)
        self.init(
            schedule: try row.date(2).map { .dates(start: $0, end: end) } ?? .openAllYear, delivery: try row.word(4),
            place: row.text(5).map { Place(city: $0, postalCode: row.text(6)) }, language: try row.word(7),
            price: row.integer(8).map(Money.init(cents:)))
    }

    func write(to row: some SQLRowWriter) throws {
        let end: CalendarDate? = if case .dates(_, let end) = schedule { end } else { nil }
        try row.append(start?.description)
        try row.append(end?.description)
        try row.append(delivery.rawValue)
        try row.append(place?.city)
        try row.append(place?.postalCode)
        try row.append(language.rawValue)
        try row.append(price?.cents)
        try row.endRow()
    }
}

extension Tag {
    init(_ row: some SQLCells) throws(StorageError) {
        let code = try row.required(3)
        guard let target = TagTarget(kind: try row.word(2), code: code) else { throw .unexpected(column: "code", found: code) }
        self.init(
            target, state: try row.word(4), evidence: row.text(5), confidence: row.real(6), decidedBy: row.text(7),
            decidedAt: row.integer(8).map { Timestamp(milliseconds: Int64($0)) }, taxonomyVersion: row.text(9))
    }

    func write(to row: some SQLRowWriter) throws {
        try row.append(target.kind.rawValue)
        try row.append(target.code)
        try row.append(state.rawValue)
        try row.append(evidence)
        try row.append(confidence)
        try row.append(decidedBy)
        try row.append(decidedAt.map { Int($0.milliseconds) })
        try row.append(taxonomyVersion)
        try row.endRow()
    }
}
