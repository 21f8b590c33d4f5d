/// What a piece of a job posting says of what it names: that one must have it, that it would be welcome, or only that the work has to do with it.
package enum PostingRole: String, CaseIterable, Hashable, Sendable {
    case required, preferred, mentioned
    /// About the employer, its benefits, how to apply: nothing in it is asked of anybody.
    case aside

    /// Of a need in a search for programs, next to each other: what must be there counts three times what would be welcome.
    package var points: Int {
        switch self {
        case .required: 30
        case .mentioned: 20
        case .preferred: 10
        case .aside: 0
        }
    }

    /// Which of two pieces about the same thing is believed.
    var rank: Int {
        switch self {
        case .required: 0
        case .preferred: 1
        case .mentioned: 2
        case .aside: 3
        }
    }
}
