import Domain

extension DemonstrationProgram {
    func program(today: CalendarDate, information: LabourMarketInformation) -> Program {
        let confirmed = confirmedAgo.map { today.adding(days: -$0) }
        return Program(
            id: Program.ID(NamedIdentifier.make("\(institution)/\(reference)")), institution: institution, reference: reference,
            title: title, summary: summary ?? LocalizedText(), description: description ?? LocalizedText(), outcomes: outcomes ?? [],
            department: department ?? LocalizedText(), hours: hours, weeks: weeks, priorEducation: priorEducation ?? .none,
            priorEducationNote: priorEducationNote ?? LocalizedText(), credential: credential ?? .microCredential,
            assessment: assessment ?? LocalizedText(), cipCode: cipCode, funding: Set(funding ?? []),
            isWorkIntegrated: isWorkIntegrated ?? false, isHandsOn: isHandsOn ?? false, supports: Set(supports ?? []),
            endorsements: endorsements ?? [], sequence: sequence, url: "https://\(institution).example/programs/\(reference)",
            offerings: (offerings ?? []).map { $0.offering(today: today) },
            tags: targets.map { target in
                Tag(
                    target, decidedBy: Self.author, decidedAt: confirmed.map { Timestamp(milliseconds: Int64($0.dayNumber) * 86_400_000) },
                    taxonomyVersion: information.version(of: target))
            },
            lastConfirmed: confirmed)
    }

    /// Who approved the tags.
    static let author = "Tremplin demo"

    /// In the order of the file, none twice.
    private var targets: [TagTarget] {
        var seen: Set<TagTarget> = []
        let codes: [(TagTarget.Kind, [String]?)] = [
            (.occupation, occupations), (.industry, industries), (.skill, skills), (.technology, technologies),
        ]
        return codes.flatMap { kind, codes in (codes ?? []).compactMap { TagTarget(kind: kind, code: $0) } }
            .filter { seen.insert($0).inserted }
    }
}

extension LabourMarketInformation {
    /// The release that a tag's code comes from: `NOC 2021 v1.0`.
    func version(of target: TagTarget) -> String? {
        let key: String? =
            switch target {
            case .occupation: "noc"
            case .industry: "naics"
            case .skill(let id): skill(id)?.source
            case .technology: "onet"
            }
        guard let key, let version = source(key)?.version else { return nil }
        return Self.taxonomyNames[key].map { "\($0) \(version)" } ?? version
    }

    /// As suggestions name them too.
    private static let taxonomyNames = [
        "noc": "NOC", "naics": "NAICS", "onet": "O*NET", "esco": "ESCO", "oasis": "OaSIS", "tremplin-skills": "Tremplin",
    ]
}
