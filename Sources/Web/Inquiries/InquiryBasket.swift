import Domain
import Hummingbird
import Matching

/// What the address of a basket says: programs, and institutions asked without one.
struct InquiryBasket {
    let programs: [Program]
    let institutions: [Institution]
    let purpose: Inquiry.Purpose
    let codes: ProgramCodes
    /// Codes that are none, or programs that are no longer offered.
    let lost: Int

    init(_ parameters: Parameters, catalogue: Catalogue) {
        codes = ProgramCodes(reading: parameters["ids"] ?? "", most: ShortListRequest.most)
        programs = codes.ids.compactMap(catalogue.program)
        let asked = Set(programs.map(\.institution))
        var seen: Set<Institution.ID> = []
        institutions = parameters.getAll("institution").prefix(20).map { Institution.ID(String($0.prefix(200))) }
            .filter { !asked.contains($0) && seen.insert($0).inserted }.compactMap { catalogue.institutions[$0] }
        purpose = parameters["purpose"].flatMap { Inquiry.Purpose(rawValue: String($0)) } ?? .trainStaff
        lost = codes.unreadable + codes.leftOut + codes.ids.count - programs.count
    }

    var isEmpty: Bool { programs.isEmpty && institutions.isEmpty }

    /// Programs by institution, in the order they were added.
    var groups: [(institution: Institution.ID, programs: [Program])] {
        var order: [Institution.ID] = []
        for id in programs.map(\.institution) where !order.contains(id) { order.append(id) }
        return order.map { id in (id, programs.filter { $0.institution == id }) } + institutions.map { ($0.id, []) }
    }

    func link(_ links: Links, without program: Program.ID? = nil, institution: Institution.ID? = nil) -> String {
        let left = programs.filter { $0.id != program && $0.institution != institution }.map(\.id)
        return links.inquiry(
            ProgramCodes(left), institutions: institutions.map(\.id).filter { $0 != institution },
            purpose: purpose == .trainStaff ? nil : purpose)
    }
}
