import Domain

/// Which programs to read: a condition on the table `program`.
enum ProgramSelection {
    case all
    /// At most `largest` of them.
    case ids([Program.ID])
    case institution(Institution.ID)
    case reference(Institution.ID, String)

    /// How many ids one statement names. Fixed, so that the statement is prepared once; PostgreSQL and SQLite take many more.
    static let largest = 200

    var condition: SQL {
        switch self {
        case .all: ""
        case .ids: Self.idsCondition
        case .institution: " WHERE institution = ?"
        case .reference: " WHERE institution = ? AND reference = ?"
        }
    }

    var values: [SQLValue] {
        switch self {
        case .all: []
        case .ids(let ids): (0..<Self.largest).map { .text($0 < ids.count ? ids[$0].rawValue : ids.last?.rawValue) }
        case .institution(let id): [.text(id.rawValue)]
        case .reference(let id, let reference): [.text(id.rawValue), .text(reference)]
        }
    }

    /// The same condition for a table whose rows belong to a program.
    var partCondition: SQL {
        switch self {
        case .all: ""
        default: " WHERE program IN (SELECT id FROM program" + condition + ")"
        }
    }

    private static let idsCondition: SQL = " WHERE id IN (" + .placeholders(largest) + ")"
}
