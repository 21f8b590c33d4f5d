import Domain

/// An offering within `PackedProgram`.
enum PackedOffering {
    static func write(_ offering: Offering, to writer: inout PackedWriter) {
        switch offering.schedule {
        case .openAllYear: writer.byte(0)
        case .dates(let start, let end):
            writer.byte(end == nil ? 1 : 2)
            writer.number(start.dayNumber)
            if let end { writer.number(end.days(since: start)) }
        }
        writer.choice(offering.delivery, of: Cases.deliveries)
        writer.optional(offering.place) { $0.place($1) }
        writer.choice(offering.language, of: Cases.languages)
        writer.optional(offering.price) { $0.count($1.cents) }
    }

    static func read(_ reader: inout PackedReader) -> Offering {
        let shape = reader.byte()
        var schedule = Offering.Schedule.openAllYear
        if shape > 0 {
            let start = CalendarDate(dayNumber: reader.number())
            schedule = .dates(start: start, end: shape == 2 ? start.adding(days: reader.number()) : nil)
        }
        return Offering(
            schedule: schedule, delivery: reader.choice(Cases.deliveries), place: reader.optional { $0.place() },
            language: reader.choice(Cases.languages), price: reader.optional { Money(cents: Int(truncatingIfNeeded: $0.bits())) })
    }
}

/// A tag within `PackedProgram`.
enum PackedTag {
    static func write(_ tag: Tag, to writer: inout PackedWriter) {
        writer.choice(tag.target.kind, of: Cases.tagKinds)
        writer.text(tag.target.code)
        writer.choice(tag.state, of: Cases.tagStates)
        writer.text(tag.evidence)
        writer.optional(tag.confidence) { $0.double($1) }
        writer.text(tag.decidedBy)
        writer.optional(tag.decidedAt) { $0.number(Int($1.milliseconds)) }
        writer.text(tag.taxonomyVersion)
    }

    static func read(_ reader: inout PackedReader) -> Tag {
        let kind = reader.choice(Cases.tagKinds)
        let code = reader.text()
        let target = TagTarget(kind: kind, code: code)
        if target == nil { reader.fail() }
        return Tag(
            target ?? .skill(Skill.ID(code)), state: reader.choice(Cases.tagStates), evidence: reader.optionalText(),
            confidence: reader.optional { $0.double() }, decidedBy: reader.optionalText(),
            decidedAt: reader.optional { Timestamp(milliseconds: Int64($0.number())) }, taxonomyVersion: reader.optionalText())
    }
}

/// An institution of a snapshot.
enum PackedInstitution {
    static func write(_ institution: Institution, to writer: inout PackedWriter) {
        writer.text(institution.id.rawValue)
        writer.text(institution.name)
        writer.choice(institution.kind, of: Cases.institutionKinds)
        writer.text(institution.url)
        writer.place(institution.place)
        writer.flag(institution.isDemonstration)
        writer.text(institution.region?.rawValue)
        writer.text(institution.contact?.text)
        writer.optional(institution.closedOn) { $0.number($1.dayNumber) }
    }

    static func read(_ reader: inout PackedReader) -> Institution {
        Institution(
            id: Institution.ID(reader.text()), name: reader.localizedText(), kind: reader.choice(Cases.institutionKinds),
            url: reader.text(), place: reader.place(), isDemonstration: reader.flag(),
            region: reader.optionalText().map { Region.ID($0) }, contact: reader.optionalText().flatMap { EmailAddress($0) },
            closedOn: reader.optional { CalendarDate(dayNumber: $0.number()) })
    }
}

extension PackedWriter {
    mutating func place(_ place: Place) {
        text(place.city)
        text(place.postalCode)
    }
}

extension PackedReader {
    mutating func place() -> Place { Place(city: text(), postalCode: optionalText()) }
}
