package import Domain
import Matching

/// A ready-made list as an operator types it.
package struct ListFields: Hashable, Sendable {
    package var title = LocalizedText()
    /// Its name in addresses; made of the title where nothing was typed.
    package var slug = LocalizedText()
    package var forLearners = LocalizedText()
    package var forEmployers = LocalizedText()
    package var readers: Set<CuratedList.Reader> = Set(CuratedList.Reader.allCases)
    package var basis = CuratedList.Basis.industries.rawValue
    /// NAICS codes with spaces or commas between them.
    package var industries = ""
    package var acceptsInferred = true
    package var minimumOutlook = Outlook.Value.balance.rawValue
    /// Of a hundred.
    package var minimumCompleteness = "0"
    /// The address of a search, or what follows its question mark.
    package var searchText = ""
    /// What that address asks for; `nil` where it could not be read.
    package var search: CuratedList.Search? = CuratedList.Search()
    /// Programs on top: an address or an id a line.
    package var pinned = ""
    package var excluded = ""

    package init() {}

    package init(_ list: CuratedList) {
        title = list.title
        slug = list.slug
        forLearners = list.forLearners
        forEmployers = list.forEmployers
        readers = list.readers
        basis = list.basis.rawValue
        industries = list.rule.industries.map(\.rawValue).joined(separator: ", ")
        acceptsInferred = list.rule.acceptsInferred
        minimumOutlook = list.rule.minimumOutlook.rawValue
        minimumCompleteness = String(Int((list.rule.minimumCompleteness * 100).rounded()))
        search = list.search
        pinned = list.pinned.map(\.rawValue).joined(separator: "\n")
        excluded = list.excluded.map(\.rawValue).sorted().joined(separator: "\n")
    }

    static let mostPrograms = 200

    /// - Parameters:
    ///   - id: of the list that is changed or made.
    ///   - others: the other lists, whose names are taken.
    func list(_ id: CuratedList.ID, others: [CuratedList], catalogue: Catalogue, today: CalendarDate) throws(OperatingError) -> CuratedList
    {
        var problems: [OperatingProblem] = []
        for language in Language.allCases where title[language] == nil {
            problems.append(OperatingProblem("title-\(language.rawValue)", "title"))
        }
        var slugs = LocalizedText()
        for language in Language.allCases {
            var typed = InstitutionFields()
            typed.id = slug[language] ?? ""
            typed.nameEnglish = title[language] ?? ""
            slugs[language] = typed.key
            let isTaken = others.contains { other in Language.allCases.contains { other.slug[$0] == typed.key } }
            if isTaken { problems.append(OperatingProblem("slug-\(language.rawValue)", "slugTaken", ["slug": typed.key])) }
            if !typed.key.isEmpty, !InstitutionFields.isKey(typed.key) {
                problems.append(OperatingProblem("slug-\(language.rawValue)", "key"))
            }
        }
        if readers.isEmpty { problems.append(OperatingProblem("readers", "readers")) }
        for language in Language.allCases {
            if readers.contains(.learners), forLearners[language] == nil {
                problems.append(OperatingProblem("learners-\(language.rawValue)", "introduction"))
            }
            if readers.contains(.employers), forEmployers[language] == nil {
                problems.append(OperatingProblem("employers-\(language.rawValue)", "introduction"))
            }
        }
        let basis = CuratedList.Basis(rawValue: basis)
        let codes = industries.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map { Industry.Code(String($0)) }
        if basis == .industries {
            if codes.isEmpty { problems.append(OperatingProblem("industries", "noIndustry")) }
            if let unknown = codes.first(where: { catalogue.labourMarket.industry($0) == nil }) {
                problems.append(OperatingProblem("industries", "industry", ["code": unknown.rawValue]))
            }
        }
        if basis == .search, search?.isEmpty != false { problems.append(OperatingProblem("search", "search")) }
        let pinned = programs(pinned, "pinned", catalogue, &problems)
        let excluded = programs(excluded, "excluded", catalogue, &problems)
        if basis == .chosen, pinned.isEmpty { problems.append(OperatingProblem("pinned", "noProgram")) }
        let share = Int(minimumCompleteness.trimmed.isEmpty ? "0" : minimumCompleteness.trimmed)
        if share.map({ !(0...100).contains($0) }) ?? true { problems.append(OperatingProblem("completeness", "share")) }
        let outlook = Outlook.Value(rawValue: minimumOutlook)
        if outlook == nil { problems.append(OperatingProblem("outlook", "choice")) }
        if basis == nil { problems.append(OperatingProblem("basis", "choice")) }
        guard let basis, let outlook, let share, problems.isEmpty else { throw .fields(problems) }
        return CuratedList(
            id: id, slug: slugs, title: title, forLearners: forLearners, forEmployers: forEmployers, readers: readers, basis: basis,
            rule: CuratedList.Rule(
                industries: basis == .industries ? codes : [], acceptsInferred: acceptsInferred, minimumOutlook: outlook,
                minimumCompleteness: Double(share) / 100), search: basis == .search ? search ?? CuratedList.Search() : CuratedList.Search(),
            pinned: pinned, excluded: Set(excluded), revised: today)
    }

    private func programs(
        _ text: String, _ field: String, _ catalogue: Catalogue, _ problems: inout [OperatingProblem]
    ) -> [Program.ID] {
        var ids: [Program.ID] = []
        for line in text.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) where !line.isEmpty {
            let path = line.prefix { $0 != "?" && $0 != "#" }
            let id = Program.ID(String(path.split(separator: "/").last ?? ""))
            guard catalogue.program(id) != nil else {
                problems.append(OperatingProblem(field, "program", ["line": String(line.prefix(100))]))
                return ids
            }
            if !ids.contains(id) { ids.append(id) }
        }
        if ids.count > Self.mostPrograms { problems.append(OperatingProblem(field, "tooMany", ["count": String(Self.mostPrograms)])) }
        return ids
    }
}
