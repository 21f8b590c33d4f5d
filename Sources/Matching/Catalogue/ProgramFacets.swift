package import Domain

/// Values of `FacetName.feature`.
package enum ProgramFeature: String, CaseIterable, Sendable {
    case endorsed
    case workIntegrated = "work-integrated"
    case handsOn = "hands-on"
    /// One of a series to be taken in order.
    case sequence
}

extension Program {
    /// Every facet value that finds this program, except those of its offerings. Filters and counts both come from this list and from
    /// nothing else, so they cannot disagree.
    ///
    /// Occupations and industries carry everything above them; tags count when approved or inferred.
    func facetValues(institution: Institution?, labourMarket: LabourMarketInformation, _ add: (FacetName, String) -> Void) {
        for tag in tags.prefix(Self.mostTags) where tag.isPublic {
            switch tag.target {
            case .occupation(let code):
                add(.occupation, code.rawValue)
                for group in code.ancestors { add(.occupation, group) }
            case .industry(let code): Self.addIndustry(code, labourMarket, add)
            case .skill(let id): add(.skill, id.rawValue)
            case .technology(let id): add(.technology, id.rawValue)
            }
        }
        for code in inferredIndustries(labourMarket) { Self.addIndustry(code, labourMarket, add) }

        add(.institution, self.institution.rawValue)
        if let institution { add(.institutionKind, institution.kind.rawValue) }
        if let name = departmentValue { add(.department, name) }
        if let hours { add(.duration, DurationBand(hours: hours).rawValue) }
        for funding in eligibleFunding { add(.funding, funding.rawValue) }
        add(.priorEducation, priorEducation.rawValue)
        if let outlook = bestOutlook(labourMarket) { add(.outlook, outlook.rawValue) }
        if let demand = highestDemand(labourMarket) { add(.demand, demand.rawValue) }
        for support in supports { add(.support, support.rawValue) }

        if !endorsements.isEmpty { add(.feature, ProgramFeature.endorsed.rawValue) }
        if isWorkIntegrated { add(.feature, ProgramFeature.workIntegrated.rawValue) }
        if isHandsOn { add(.feature, ProgramFeature.handsOn.rawValue) }
        if sequence != nil { add(.feature, ProgramFeature.sequence.rawValue) }
    }

    /// More tags than this are not looked at: no program has them, and a segment has room for so many new values only.
    private static let mostTags = 4_000

    /// At most so many values that nothing else carries: five levels a tag, the industries its occupations imply, and a few more.
    static func mostNewValues(_ program: Program, _ labourMarket: LabourMarketInformation) -> Int {
        5 * min(program.tags.count, mostTags) + labourMarket.industries.count + 64
    }

    /// An industry that is not loaded has no ancestors, but is still found by its own code.
    private static func addIndustry(_ code: Industry.Code, _ labourMarket: LabourMarketInformation, _ add: (FacetName, String) -> Void) {
        add(.industry, code.rawValue)
        for above in labourMarket.withAncestors(code).dropFirst() { add(.industry, above.rawValue) }
    }

    /// The department as a facet value: its English name, or the French one when there is no other.
    package var departmentValue: String? { department.en ?? department.fr }

    /// Occupations it prepares for, approved or inferred, in the order given.
    package var publicOccupations: [OccupationCode] {
        tags.compactMap { if case .occupation(let code) = $0.target, $0.isPublic { code } else { nil } }
    }

    /// The highest demand among its occupations; `nil` when none is published for any of them.
    package func highestDemand(_ labourMarket: LabourMarketInformation) -> Demand.Level? {
        let levels = Set(publicOccupations.compactMap { labourMarket.demandLevels[$0] })
        return Demand.Level.allCases.first(where: levels.contains)
    }

    /// The best outlook among its occupations; `nil` when none of them has one.
    package func bestOutlook(_ labourMarket: LabourMarketInformation) -> Outlook.Value? {
        publicOccupations.compactMap { labourMarket.outlook($0)?.value }.max { $0.score < $1.score }
    }
}
