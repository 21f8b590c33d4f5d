import Domain

extension Program {
    /// The program in the JSON form. Every key is there, so that what is empty here empties what is stored elsewhere.
    var json: JSONValue {
        let cells = TagCells(tags)
        func codes(_ kind: TagTarget.Kind) -> JSONValue { .array((cells.approved[kind] ?? []).map { .text($0) }) }
        return .object([
            "id": .text(id.rawValue), "institution": .text(institution.rawValue), "reference": .text(reference),
            "state": .text(state.rawValue), "title": title.json, "summary": summary.json, "description": description.json,
            "outcomes": .array(outcomes.map(\.json)), "department": department.json,
            "hours": hours.map { JSONValue.number($0) } ?? .null, "weeks": weeks.map { JSONValue.number($0) } ?? .null,
            "priorEducation": .text(priorEducation.rawValue), "priorEducationNote": priorEducationNote.json,
            "credential": .text(credential.rawValue), "assessment": assessment.json, "cipCode": .optional(cipCode),
            "funding": words(funding), "isWorkIntegrated": .bool(isWorkIntegrated), "isHandsOn": .bool(isHandsOn),
            "supports": words(supports), "endorsements": .array(endorsements.map(\.json)), "sequence": sequence?.json ?? .null,
            "url": .text(url), "offerings": .array(offerings.map(\.json)), "occupations": codes(.occupation),
            "industries": codes(.industry), "skills": codes(.skill), "technologies": codes(.technology),
            "otherTags": .array(cells.other.map(\.json)), "lastConfirmed": .optional(lastConfirmed?.description),
        ])
    }

    private func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(_ words: Set<Word>) -> JSONValue {
        .array(Word.allCases.filter(words.contains).map { .text($0.rawValue) })
    }
}

extension LocalizedText {
    fileprivate var json: JSONValue { .members(["en": .optional(en), "fr": .optional(fr)]) }
}

extension Endorsement {
    fileprivate var json: JSONValue { .members(["name": .text(name), "url": .optional(url)]) }
}

extension SequenceStep {
    fileprivate var json: JSONValue {
        .object(["reference": .text(reference), "title": title.json, "position": .number(String(position))])
    }
}

extension Offering {
    fileprivate var json: JSONValue {
        let end: CalendarDate? = if case .dates(_, let end) = schedule { end } else { nil }
        let price = price.map { $0 == .free ? JSONValue.number("0") : .number(PriceText.text($0)) }
        return .members([
            "start": .optional(start?.description), "end": .optional(end?.description), "delivery": .text(delivery.rawValue),
            "place": place.map { .members(["city": .text($0.city), "postalCode": .optional($0.postalCode)]) } ?? .null,
            "language": .text(language.rawValue), "price": price ?? .null,
        ])
    }
}
