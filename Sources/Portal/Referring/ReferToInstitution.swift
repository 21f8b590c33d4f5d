package import Domain
import Matching

/// Sends a person on to the institution: the address comes from the program's own record and from nowhere else, so that nobody can
/// make the portal send people where they like.
package struct ReferToInstitution: Sendable {
    /// Which of the addresses stored with a program.
    package enum Destination: Hashable, Sendable {
        /// The program's page at the institution, where one registers.
        case registration
        /// The institution's own site.
        case institution
        /// The endorser's page, by its place in the list.
        case endorsement(Int)
    }

    private let catalogue: CurrentCatalogue
    private let measure: Measuring

    package init(catalogue: CurrentCatalogue, measure: Measuring) {
        self.catalogue = catalogue
        self.measure = measure
    }

    /// - Returns: an `http` or `https` address. `nil` when there is no such program, or it has no such address.
    package func callAsFunction(
        _ id: Program.ID, to destination: Destination = .registration, language: Language, visitor: Visitor
    ) -> String? {
        let catalogue = catalogue.current
        guard let program = catalogue.program(id) else { return nil }
        let address: String? =
            switch destination {
            case .registration: program.url
            case .institution: catalogue.institutions[program.institution]?.url
            case .endorsement(let index): program.endorsements.indices.contains(index) ? program.endorsements[index].url : nil
            }
        guard let address, Self.isWebAddress(address) else { return nil }
        if destination == .registration { measure.record(.clickThrough(program), language: language, from: visitor) }
        return address
    }

    /// To an institution's own site, from its page.
    /// - Returns: `nil` when there is no such institution, or it has no such address.
    package func site(of id: Institution.ID, language: Language, visitor: Visitor) -> String? {
        guard let institution = catalogue.current.institutions[id], institution.closedOn == nil, Self.isWebAddress(institution.url) else {
            return nil
        }
        measure.record(.institutionClickThrough(id), language: language, from: visitor)
        return institution.url
    }

    /// An import may bring any text: only addresses of the web are worth following, and a line end would split a header.
    static func isWebAddress(_ text: String) -> Bool {
        let lowered = text.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
        return text.utf8.allSatisfy {
            $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
                && $0 != UInt8(ascii: "\\")
        }
    }
}
