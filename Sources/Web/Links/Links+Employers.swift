package import Domain
import Matching

extension Links {
    /// Programs for what an employer is short of, in words or once it is known.
    package func employerSearch(_ words: String, _ target: TagTarget? = nil) -> String {
        path(.employerSearch) + QueryString([("q", words), ("need", target?.parameter)]).text
    }

    /// The form that tells institutions what was not found, with what is known filled in: codes, never texts.
    package func needRequest(_ targets: [TagTarget], occupation: OccupationCode?) -> String {
        path(.needRequest) + Self.needRequestQuery(targets, occupation: occupation)
    }

    /// What such a page is about, the same in both languages.
    static func needRequestQuery(_ targets: [TagTarget], occupation: OccupationCode?) -> String {
        QueryString(targets.map { ("need", $0.parameter) } + [("occupation", occupation?.rawValue)]).text
    }
}

extension TagTarget {
    /// As forms and addresses write it: `skill:tremplin:mig-welding`.
    package var parameter: String { "\(kind.rawValue):\(code)" }

    /// - Returns: `nil` for what is not written so.
    package init?(parameter: some StringProtocol) {
        guard let colon = parameter.firstIndex(of: ":"), let kind = Kind(rawValue: String(parameter[..<colon])) else { return nil }
        let code = parameter[parameter.index(after: colon)...]
        guard !code.isEmpty, code.utf8.count <= 200 else { return nil }
        self.init(kind: kind, code: String(code))
    }

    /// Whether there is such an entry.
    func isKnown(_ information: LabourMarketInformation) -> Bool {
        switch self {
        case .occupation(let code): information.occupation(code) != nil
        case .industry(let code): information.industry(code) != nil
        case .skill(let id): information.skill(id) != nil
        case .technology(let id): information.technology(id) != nil
        }
    }

    var facet: FacetName {
        switch self {
        case .occupation: .occupation
        case .industry: .industry
        case .skill: .skill
        case .technology: .technology
        }
    }
}
