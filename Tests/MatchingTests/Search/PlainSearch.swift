import Domain
import Foundation
import Matching
import TextAnalysis

/// The search written a second time, program by program and without any index: what the catalogue's answers are checked against.
struct PlainSearch {
    private let programs: [Program]
    private let institutions: [Institution.ID: Institution]
    private let market: LabourMarketInformation
    /// English and French stems of everything said about each program.
    private var stems: [Program.ID: [Language: Set<String>]] = [:]

    init(_ programs: [Program], _ institutions: [Institution], _ market: LabourMarketInformation) {
        self.programs = programs.filter { $0.state == .published }
        self.institutions = Dictionary(uniqueKeysWithValues: institutions.map { ($0.id, $0) })
        self.market = market
        for program in self.programs {
            for language in Language.allCases {
                let spoken: TextLanguage = language == .en ? .en : .fr
                stems[program.id, default: [:]][language] = Set(texts(program, language).flatMap { searchStems($0, language: spoken) })
            }
        }
    }

    private func texts(_ program: Program, _ language: Language) -> [String] {
        var names = [program.title, program.summary, program.description, program.department] + program.outcomes
        if let sequence = program.sequence { names.append(sequence.title) }
        var texts: [String] = []
        for tag in program.tags where tag.state == .approved || tag.state == .inferred {
            switch tag.target {
            case .occupation(let code):
                names += [market.occupation(code)?.title, market.occupationGroups[String(code.rawValue.prefix(4))]?.title].compactMap(
                    \.self)
            case .industry(let code): names += market.withAncestors(code).compactMap { market.industry($0)?.title }
            case .skill(let id):
                guard let skill = market.skill(id) else { continue }
                names.append(skill.name)
                texts += skill.aliases[language] ?? []
                if let broader = skill.broader, let name = market.skill(broader)?.name { names.append(name) }
            case .technology(let id): texts += [market.technology(id)?.name.text(language)].compactMap(\.self)
            }
        }
        let institution = institutions[program.institution]
        texts += [institution?.name.text(language), institution?.place.city].compactMap(\.self)
        texts += program.offerings.compactMap { $0.place?.city }
        return texts + names.compactMap { $0[language] }
    }

    /// - Parameter answering: `matching(query.text)`, when it is known already.
    func results(_ query: ProgramQuery, answering: Set<Program.ID>? = nil) -> Set<Program.ID> {
        let answering = answering ?? matching(query.text)
        return Set(programs.filter { answering.contains($0.id) && passes($0, query) }.map(\.id))
    }

    /// All the words if any program has them all, else at least 0.6 of the rarity the best program reaches.
    func matching(_ text: String) -> Set<Program.ID> {
        var words: [String] = []
        for word in TextAnalyzer().words(text) where !words.contains(word) { words.append(word) }
        if words.isEmpty { return Set(programs.map(\.id)) }
        let found = words.map { word in
            Set(
                programs.map(\.id).filter { id in
                    TextLanguage.allCases.contains { language in
                        stems[id]![language == .en ? .en : .fr]!.contains(searchStems(word, language: language)[0])
                    }
                })
        }
        let all = found.dropFirst().reduce(found[0]) { $0.intersection($1) }
        if !all.isEmpty { return all }
        let rarities = found.map { (ids: Set<Program.ID>) -> Float in
            let with = Double(ids.count)
            let without = Double(programs.count) - with
            return Float(log(1 + (without + 0.5) / (with + 0.5)))
        }
        var weights: [Program.ID: Float] = [:]
        for (ids, rarity) in zip(found, rarities) { for id in ids { weights[id, default: 0] += rarity } }
        guard let best = weights.values.max() else { return [] }
        return Set(weights.filter { $0.value >= 0.6 * best }.keys)
    }

    private func passes(_ program: Program, _ query: ProgramQuery) -> Bool {
        let ofOfferings: Set<FacetName> = [.delivery, .language, .price, .start, .region]
        for (facet, chosen) in query.filters where !ofOfferings.contains(facet) && !chosen.isEmpty {
            if chosen.isDisjoint(with: values(program, facet)) { return false }
        }
        let chosen = query.filters.filter { ofOfferings.contains($0.key) && !$0.value.isEmpty }
        if chosen.isEmpty, query.maximumPrice == nil, query.near == nil { return true }
        return program.offerings.contains { offering in
            if let start = offering.start, start < .today { return false }
            for (facet, values) in chosen where values.isDisjoint(with: self.values(offering, facet)) { return false }
            if let maximum = query.maximumPrice, offering.price.map({ $0 > maximum }) ?? true { return false }
            guard let near = query.near else { return true }
            guard let centre = market.postalArea(near.area), let area = area(offering) else { return false }
            return area.coordinate.kilometres(to: centre.coordinate) <= Double(near.kilometres)
        }
    }

    private func area(_ offering: Offering) -> PostalArea? { offering.place?.postalCode.flatMap { market.postalArea($0) } }

    private func values(_ offering: Offering, _ facet: FacetName) -> Set<String> {
        switch facet {
        case .delivery: return [offering.delivery.rawValue]
        case .language: return [offering.language.rawValue]
        case .region: return Set([area(offering)?.region.rawValue].compactMap(\.self))
        case .start:
            guard case .dates(let start, _) = offering.schedule else { return ["open-all-year"] }
            let days = start.days(since: .today)
            return Set([30, 90, 180].filter { days <= $0 }.map { "within-\($0)-days" })
        default:
            guard let dollars = offering.price.map({ Double($0.cents) / 100 }) else { return [] }
            return [
                dollars == 0
                    ? "free" : dollars < 250 ? "under-250" : dollars < 500 ? "250-to-500" : dollars < 1000 ? "500-to-1000" : "over-1000"
            ]
        }
    }

    private func values(_ program: Program, _ facet: FacetName) -> Set<String> {
        let tags = program.tags.filter { $0.state == .approved || $0.state == .inferred }.map(\.target)
        func codes(_ kind: TagTarget.Kind) -> [String] { tags.filter { $0.kind == kind }.map(\.code) }
        switch facet {
        case .occupation: return Set(codes(.occupation).flatMap { code in (1...5).map { String(code.prefix($0)) } })
        case .industry:
            let all = codes(.industry) + program.inferredIndustries(market).map(\.rawValue)
            return Set(all + all.flatMap { market.withAncestors(Industry.Code($0)).map(\.rawValue) })
        case .skill: return Set(codes(.skill))
        case .technology: return Set(codes(.technology))
        case .institution: return [program.institution.rawValue]
        case .institutionKind: return Set([institutions[program.institution]?.kind.rawValue].compactMap(\.self))
        case .department: return Set([program.department.en ?? program.department.fr].compactMap(\.self))
        case .duration:
            guard let hours = program.hours else { return [] }
            return [hours < 10 ? "under-10-hours" : hours < 40 ? "10-to-40-hours" : hours < 100 ? "40-to-100-hours" : "over-100-hours"]
        case .funding: return Set(program.eligibleFunding.map(\.rawValue))
        case .priorEducation: return [program.priorEducation.rawValue]
        case .outlook:
            let known = codes(.occupation).compactMap { OccupationCode($0).flatMap { market.outlook($0)?.value } }
            return Set([known.max { $0.score < $1.score }?.rawValue].compactMap(\.self))
        case .demand:
            let known = codes(.occupation).compactMap { OccupationCode($0).flatMap { market.demandLevels[$0] } }
            return Set([Demand.Level.allCases.first(where: known.contains)?.rawValue].compactMap(\.self))
        case .support: return Set(program.supports.map(\.rawValue))
        default:
            let features = [
                ("endorsed", !program.endorsements.isEmpty), ("work-integrated", program.isWorkIntegrated), ("hands-on", program.isHandsOn),
                ("sequence", program.sequence != nil),
            ]
            return Set(features.filter(\.1).map(\.0))
        }
    }
}
