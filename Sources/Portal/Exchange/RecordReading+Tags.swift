import Domain

/// The five columns that make up a program's tags.
extension RecordReading {
    mutating func readTags(into program: inout Program) {
        let kinds = TagTarget.Kind.allCases.filter { record[$0.column] != nil }
        guard !kinds.isEmpty || record.otherTags != nil else { return }
        let stored = program.tags
        let current = TagCells(stored)
        let errorsBefore = errors.count
        var other = record.otherTags.map { readOtherTags($0) } ?? stored
        var approved = current.approved
        for kind in TagTarget.Kind.allCases {
            if let given = codes(kind.column) {
                let codes = kind == .occupation ? translated(given, stored: stored, other: &other) : given
                approved[kind] = codes
                check(codes, kind, stored: stored)
            } else if record.otherTags != nil {
                // Without a column of codes, what is approved stays, and what the other tags say is approved joins it.
                approved[kind, default: []] += other.filter { $0.state == .approved && $0.target.kind == kind }.map(\.target.code)
            }
        }
        guard errors.count == errorsBefore else { return }
        program.tags = TagCells(approved: approved, other: other).tags
    }

    private mutating func check(_ codes: [String], _ kind: TagTarget.Kind, stored: [Tag]) {
        guard codes.count <= ProgramLimits.tags else { return report(kind.column, .tooMany(limit: ProgramLimits.tags)) }
        for code in codes {
            guard let target = TagTarget(kind: kind, code: code) else {
                report(kind.column, .unknownCode(code, of: kind))
                continue
            }
            // A code that the program has already was right when it was given: newer data does not make the file wrong.
            guard !context.information.isKnown(target), !stored.contains(where: { $0.target == target }) else { continue }
            report(kind.column, .unknownCode(code, of: kind))
        }
    }

    private mutating func readOtherTags(_ value: JSONValue) -> [Tag] {
        guard case .array(let values) = value else {
            report(.otherTags, .wrongType(expected: .tags))
            return []
        }
        guard values.count <= ProgramLimits.tags else {
            report(.otherTags, .tooMany(limit: ProgramLimits.tags))
            return []
        }
        var tags: [Tag] = []
        for (index, value) in values.enumerated() {
            do throws(ImportError.Reason) {
                let tag = try Tag(value)
                let texts = [tag.target.code, tag.evidence, tag.decidedBy, tag.taxonomyVersion].compactMap { $0 }
                if texts.allSatisfy({ isStorable($0, .otherTags, item: index + 1, ProgramLimits.line) }) { tags.append(tag) }
            } catch {
                report(.otherTags, item: index + 1, error)
            }
        }
        return tags
    }
}

extension LabourMarketInformation {
    /// True as well of every code of a kind of which nothing is loaded: what is absent cannot contradict.
    func isKnown(_ target: TagTarget) -> Bool {
        switch target {
        case .occupation(let code): occupations.isEmpty || occupations[code] != nil
        case .industry(let code): industries.isEmpty || industries[code] != nil
        case .skill(let id): skills.isEmpty || skills[id] != nil
        case .technology(let id): technologies.isEmpty || technologies[id] != nil
        }
    }
}
