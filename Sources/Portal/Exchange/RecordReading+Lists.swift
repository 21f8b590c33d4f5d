import Domain

/// The cells that hold several values.
extension RecordReading {
    mutating func readLists(into program: inout Program) {
        readOutcomes(into: &program)
        readEndorsements(into: &program)
        readSequence(into: &program)
        readOfferings(into: &program)
    }

    private mutating func readOutcomes(into program: inout Program) {
        guard record[.outcomesEn] != nil || record[.outcomesFr] != nil else { return }
        // A file with one of the two columns says nothing of the other language: its texts stay in their lines.
        let outcomes = OutcomesCells.outcomes(
            en: record[.outcomesEn] ?? OutcomesCells.cell(program.outcomes, .en),
            fr: record[.outcomesFr] ?? OutcomesCells.cell(program.outcomes, .fr))
        guard outcomes.count <= ProgramLimits.outcomes else { return report(.outcomesEn, .tooMany(limit: ProgramLimits.outcomes)) }
        let errorsBefore = errors.count
        for (index, outcome) in outcomes.enumerated() {
            _ = isStorable(outcome.en ?? "", .outcomesEn, item: index + 1, ProgramLimits.line)
            _ = isStorable(outcome.fr ?? "", .outcomesFr, item: index + 1, ProgramLimits.line)
        }
        if errors.count == errorsBefore { program.outcomes = outcomes }
    }

    private mutating func readEndorsements(into program: inout Program) {
        guard let cell = record[.endorsements] else { return }
        let endorsements = EndorsementLines.endorsements(cell)
        guard endorsements.count <= ProgramLimits.endorsements else {
            return report(.endorsements, .tooMany(limit: ProgramLimits.endorsements))
        }
        let errorsBefore = errors.count
        for (index, endorsement) in endorsements.enumerated() {
            if endorsement.name.isEmpty { report(.endorsements, item: index + 1, .missing) }
            _ = isStorable(endorsement.name, .endorsements, item: index + 1, ProgramLimits.title)
            if let url = endorsement.url { _ = isAddress(url, .endorsements, item: index + 1) }
        }
        if errors.count == errorsBefore { program.endorsements = endorsements }
    }

    /// The four columns are one value. Columns that are not there keep their part of it.
    private mutating func readSequence(into program: inout Program) {
        guard ProgramColumn.sequence.contains(where: { record[$0] != nil }) else { return }
        let stored = program.sequence
        let errorsBefore = errors.count
        let reference =
            record[.sequenceReference] == nil ? stored?.reference ?? "" : checked(.sequenceReference, ProgramLimits.reference) ?? ""
        let en = record[.sequenceTitleEn] == nil ? stored?.title.en : checked(.sequenceTitleEn, ProgramLimits.title)
        let fr = record[.sequenceTitleFr] == nil ? stored?.title.fr : checked(.sequenceTitleFr, ProgramLimits.title)
        let position = record[.sequencePosition]?.trimmed ?? stored.map { String($0.position) } ?? ""
        let title = LocalizedText(en: en, fr: fr)
        guard errors.count == errorsBefore else { return }
        if reference.isEmpty, position.isEmpty, title.isEmpty {
            program.sequence = nil
        } else if !reference.isEmpty, let number = Int(position), (1...ProgramLimits.position).contains(number) {
            program.sequence = SequenceStep(reference: reference, title: title, position: number)
        } else {
            report(reference.isEmpty ? .sequenceReference : .sequencePosition, .halfASequence)
        }
    }

    private mutating func readOfferings(into program: inout Program) {
        guard let cell = record[.offerings] else { return }
        let lines = LineList.lines(cell).enumerated().filter { !$0.element.isEmpty }
        guard lines.count <= ProgramLimits.offerings else { return report(.offerings, .tooMany(limit: ProgramLimits.offerings)) }
        var offerings: [Offering] = []
        for (index, line) in lines {
            do throws(ImportError.Reason) {
                let offering = try OfferingLines.offering(line)
                if let place = offering.place, !isPlace(place, item: index + 1) { continue }
                offerings.append(offering)
            } catch {
                report(.offerings, item: index + 1, error)
            }
        }
        if offerings.count == lines.count { program.offerings = offerings }
    }

    /// A town that looks like a postal code, or no town at all, is a slip.
    private mutating func isPlace(_ place: Place, item: Int) -> Bool {
        guard isStorable(place.city, .offerings, item: item, ProgramLimits.city) else { return false }
        guard !place.city.isEmpty, PostalArea.code(in: place.city) == nil else {
            report(.offerings, item: item, .notAPlace(place.city))
            return false
        }
        return true
    }
}
