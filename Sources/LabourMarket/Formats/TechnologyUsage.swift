import Domain

/// Counts which technologies the O*NET counterparts of each occupation name, and keeps the most useful of them.
struct TechnologyUsage {
    /// About what a page can show and a search can tell apart. Where there is little software, tools fill the list, and the other way round.
    static let limit = 40
    static let toolShare = 8...16

    private let links: [String: [(code: OccupationCode, weight: Int)]]
    /// The weight of all counterparts of each occupation.
    private let totals: [OccupationCode: Int]
    private var technologies: [String: Entry] = [:]
    private var uses: [OccupationCode: [String: Use]] = [:]

    private struct Entry {
        let name: String
        let kind: Technology.Kind
        var isHot: Bool
    }

    private struct Use {
        var weight = 0
        var isInDemand = false
        /// Each counterpart counts once, however many examples of a commodity it lists.
        var counterparts: Set<String> = []
    }

    init(_ crosswalk: ONETCrosswalk) {
        links = crosswalk.byONETCode
        totals = crosswalk.links.mapValues { $0.values.reduce(0, +) }
    }

    mutating func add(_ name: String, _ kind: Technology.Kind, of onet: String, isHot: Bool, isInDemand: Bool) {
        let id = Self.id(name, kind)
        if technologies[id] == nil { technologies[id] = Entry(name: name, kind: kind, isHot: isHot) }
        if isHot { technologies[id]?.isHot = true }
        for link in links[onet] ?? [] {
            var use = uses[link.code]?[id] ?? Use()
            if use.counterparts.insert(onet).inserted { use.weight += link.weight }
            use.isInDemand = use.isInDemand || isInDemand
            uses[link.code, default: [:]][id] = use
        }
    }

    /// `technologies` (those that some occupation keeps, and every hot one) and `technologies-by-occupation`.
    var tables: [ReleaseTable] {
        var lists: [OccupationCode: [String]] = [:]
        for (code, used) in uses { lists[code] = best(used, of: totals[code] ?? 1) }
        let kept = Set(lists.values.joined())
        let names = TechnologyNames()
        let rows = technologies.filter { kept.contains($0.key) || $0.value.isHot }.sorted { $0.key < $1.key }.map { id, entry in
            [id, entry.kind.rawValue, entry.name, names.french(entry.name, entry.kind) ?? "", entry.isHot ? "hot" : ""]
        }
        let listRows = lists.sorted { $0.key < $1.key }.map { [$0.key.rawValue, $0.value.joined(separator: " ")] }
        return [
            ReleaseTable(name: "technologies", columns: ["id", "kind", "en", "fr", "hot"], keyColumns: 1, rows: rows),
            ReleaseTable(name: "technologies-by-occupation", columns: ["code", "technologies"], keyColumns: 1, rows: listRows),
        ]
    }

    /// Hot technologies of the occupation first, then those in demand in it, then by the weight of the counterparts that name them.
    private func best(_ uses: [String: Use], of total: Int) -> [String] {
        let ranked = uses.sorted { a, b in
            let left = rank(a, of: total), right = rank(b, of: total)
            return left == right ? a.key < b.key : right < left
        }
        let software = ranked.filter { technologies[$0.key]?.kind == .software }.map(\.key)
        let tools = ranked.filter { technologies[$0.key]?.kind == .tool }.map(\.key)
        // Work done on computers has more software in demand than there are places; there tools matter least.
        let wanted = ranked.count { isWanted($0, of: total) }
        let share = min(max(Self.limit - wanted, Self.toolShare.lowerBound), Self.toolShare.upperBound)
        let toolCount = min(tools.count, max(share, Self.limit - software.count))
        return Array(software.prefix(Self.limit - toolCount)) + tools.prefix(toolCount)
    }

    /// A technology that is hot somewhere counts as hot here when most counterparts name it or employers ask for it: a unit group of nurse
    /// aides should not begin with what one technician among seven counterparts uses.
    private func rank(_ use: (key: String, value: Use), of total: Int) -> (Int, Int, Int) {
        (isHotHere(use, of: total) ? 1 : 0, use.value.isInDemand ? 1 : 0, use.value.weight)
    }

    private func isHotHere(_ use: (key: String, value: Use), of total: Int) -> Bool {
        technologies[use.key]?.isHot == true && (use.value.isInDemand || use.value.weight * 2 > total)
    }

    private func isWanted(_ use: (key: String, value: Use), of total: Int) -> Bool { use.value.isInDemand || isHotHere(use, of: total) }

    /// `onet:microsoft-excel`, `tool:forklifts`: the name in ASCII letters and digits, the rest hyphens; `+` and `#` are spelt out.
    static func id(_ name: String, _ kind: Technology.Kind) -> String {
        var slug = ""
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case "+": slug += "plus"
            case "#": slug += "sharp"
            case "é", "è", "ê": slug += "e"
            default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
            }
        }
        if slug.hasSuffix("-") { slug.removeLast() }
        return (kind == .software ? "onet:" : "tool:") + slug
    }
}
