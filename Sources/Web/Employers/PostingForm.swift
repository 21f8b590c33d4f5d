import Domain
import Hummingbird
import Matching
import Portal

/// A posting as it was handed in, and what somebody changed of what was read in it.
struct PostingForm: Sendable {
    let text: String
    /// What the page showed as read; empty the first time.
    let shown: [TagTarget]
    /// Of it, and beyond it, what is ticked.
    let ticked: [TagTarget]
    /// The occupation chosen; `nil` for the one that was read.
    let occupation: OccupationCode?
    /// Words for something that was not read.
    let added: String

    /// As many as a page ever shows, twice over.
    private static let most = 80

    init(_ fields: Parameters) {
        text = (fields["text"].map(String.init) ?? "")
        func targets(_ name: String) -> [TagTarget] {
            fields.getAll(name).prefix(Self.most).compactMap { TagTarget(parameter: $0) }.filter {
                $0.kind == .skill || $0.kind == .technology
            }
        }
        shown = targets("shown")
        ticked = targets("need")
        occupation = fields["occupation"].flatMap { OccupationCode($0) }
        added = String((fields["add"].map(String.init) ?? "").prefix(200)).trimmed
    }

    /// - Parameter read: reads the words of what is added.
    func corrections(read: (String) -> ReadSkills.Answer) -> (ReadPosting.Corrections, unknown: [String]) {
        let words = added.isEmpty ? ReadSkills.Answer() : read(added)
        return (
            ReadPosting.Corrections(
                // What is ticked and read anyway counts once.
                without: Set(shown).subtracting(ticked), added: ticked + words.known, occupation: occupation), words.unknown
        )
    }
}
