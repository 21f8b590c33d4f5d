/// How long texts and lists of a program may be: generous for a person, too short for a file pasted into a cell.
enum ProgramLimits {
    static let reference = 64
    static let title = 300
    static let line = 1_000
    static let description = 20_000
    static let address = 2_000
    static let city = 100
    static let outcomes = 100
    static let offerings = 500
    static let endorsements = 100
    static let tags = 500
    /// Two years of full time.
    static let hours = 4_000.0
    static let weeks = 200.0
    static let position = 1_000
}
