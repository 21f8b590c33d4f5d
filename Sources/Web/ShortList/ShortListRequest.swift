import Domain
import Hummingbird
import Matching

/// What the address of a short list says: the programs, and which of them are still offered.
struct ShortListRequest {
    /// As many as one can still look through, and as fit into an address that every mail program keeps whole.
    static let most = 50
    /// As many as fit side by side.
    static let mostCompared = 4

    let codes: ProgramCodes
    let programs: [Program]
    /// Listed once, and no longer published.
    let withdrawn: [Program.ID]

    init(_ request: PageRequest, most: Int = ShortListRequest.most, catalogue: Catalogue, parameter: Substring = "ids") {
        self.init(ProgramCodes(reading: request.parameters[parameter] ?? "", most: most), catalogue: catalogue)
    }

    init(_ codes: ProgramCodes, catalogue: Catalogue) {
        self.codes = codes
        programs = codes.ids.compactMap(catalogue.program)
        let known = Set(programs.map(\.id))
        withdrawn = codes.ids.filter { !known.contains($0) }
    }

    /// What was wrong with the address, as a sentence, else nothing.
    func problem(_ view: View, tooMany key: String) -> String? {
        if codes.unreadable > 0 { return view.t("shortlist.problem.unreadable") }
        return codes.leftOut > 0 ? view.t(key, count: codes.leftOut) : nil
    }
}
