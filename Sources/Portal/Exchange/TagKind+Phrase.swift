import Domain

extension TagTarget.Kind {
    /// For the command line's sentences.
    var phrase: String {
        switch self {
        case .occupation: "an occupation"
        case .industry: "an industry"
        case .skill: "a skill"
        case .technology: "a technology"
        }
    }
}
