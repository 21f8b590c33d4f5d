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
    init(_ row: SQLRow) throws(StorageError) {
        self.init(
            id: ID(try row.text("id")), institution: Institution.ID(try row.text("institution")), reference: try row.text("reference"),
            state: try row.word("state"), title: try row.localized("title"), summary: try row.localized("summary"),
            description: try row.localized("description"), department: try row.localized("department"),
            hours: try row.optionalReal("hours"), weeks: try row.optionalReal("weeks"),
            priorEducation: try row.word("prior_education"), priorEducationNote: try row.localized("prior_education_note"),
            credential: try row.word("credential"), assessment: try row.localized("assessment"),
            cipCode: try row.optionalText("cip_code"), isWorkIntegrated: try row.flag("is_work_integrated"),
            isHandsOn: try row.flag("is_hands_on"), sequence: try SequenceStep(row), url: try row.text("url"),
            lastConfirmed: try row.optionalDate("last_confirmed"))
    }

    var row: [SQLValue] {
        [
            .text(id.rawValue), .text(institution.rawValue), .text(reference), .word(state), .text(title.en), .text(title.fr),
            .text(summary.en), .text(summary.fr), .text(description.en), .text(description.fr), .text(department.en),
            .text(department.fr), .real(hours), .real(weeks), .word(priorEducation), .text(priorEducationNote.en),
            .text(priorEducationNote.fr), .word(credential), .text(assessment.en), .text(assessment.fr), .text(cipCode),
            .flag(isWorkIntegrated), .flag(isHandsOn), .text(sequence?.reference), .text(sequence?.title.en),
            .text(sequence?.title.fr), .integer(sequence?.position), .text(url), .date(lastConfirmed),
        ]
    }
}

extension SequenceStep {
    fileprivate init?(_ row: SQLRow) throws(StorageError) {
        guard let reference = try row.optionalText("sequence_reference") else { return nil }
        self.init(reference: reference, title: try row.localized("sequence_title"), position: try row.integer("sequence_position"))
    }
}

extension Offering {
    init(_ row: SQLRow) throws(StorageError) {
        let end = try row.optionalDate("end_date")
        self.init(
            schedule: try row.optionalDate("start_date").map { .dates(start: $0, end: end) } ?? .openAllYear,
            delivery: try row.word("delivery"), place: try row.optionalPlace(), language: try row.word("language"),
            price: try row.optionalInteger("price_cents").map(Money.init(cents:)))
    }

    var row: [SQLValue] {
        let end: CalendarDate? = if case .dates(_, let end) = schedule { end } else { nil }
        return [
            .date(start), .date(end), .word(delivery), .text(place?.city), .text(place?.postalCode), .word(language),
            .integer(price?.cents),
        ]
    }
}

extension Tag {
    init(_ row: SQLRow) throws(StorageError) {
        let code = try row.text("code")
        guard let target = TagTarget(kind: try row.word("kind"), code: code) else {
            throw .unexpected(column: "code", found: code)
        }
        self.init(
            target, state: try row.word("state"), evidence: try row.optionalText("evidence"),
            confidence: try row.optionalReal("confidence"), decidedBy: try row.optionalText("decided_by"),
            decidedAt: try row.optionalTime("decided_at"), taxonomyVersion: try row.optionalText("taxonomy_version"))
    }

    var row: [SQLValue] {
        [
            .word(target.kind), .text(target.code), .word(state), .text(evidence), .real(confidence), .text(decidedBy),
            .time(decidedAt), .text(taxonomyVersion),
        ]
    }
}
