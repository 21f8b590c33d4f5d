import Domain

/// Which programs to read: a condition on the table `program`.
enum ProgramSelection {
    case all
    /// At most `largest` of them.
    case ids([Program.ID])
    case institution(Institution.ID)
    /// The first `most` of those whose ids come after one and not after another, in the database's order of texts.
    case range(after: Program.ID, through: Program.ID?, most: Int)

    /// How many ids one statement names. Fixed, so that the statement is prepared once; PostgreSQL and SQLite take many more.
    static let largest = 200

    var condition: SQL {
        switch self {
        case .all: ""
        case .ids: " WHERE id IN (" + Self.placeholders + ")"
        case .institution: " WHERE institution = ?"
        case .range(_, nil, _): " WHERE id > ?"
        case .range(_, .some, _): " WHERE id > ? AND id <= ?"
        }
    }

    var limit: SQL { if case .range = self { " LIMIT ?" } else { "" } }

    var values: [SQLValue] {
        switch self {
        case .all: []
        case .ids(let ids): Self.values(ids)
        case .institution(let id): [.text(id.rawValue)]
        case .range(let after, let through, _): [.text(after.rawValue)] + (through.map { [.text($0.rawValue)] } ?? [])
        }
    }

    var limitValues: [SQLValue] { if case .range(_, _, let most) = self { [.integer(most)] } else { [] } }

    /// The condition for a table whose rows belong to the programs read.
    var partCondition: SQL {
        switch self {
        case .all: ""
        case .ids: " WHERE program IN (" + Self.placeholders + ")"
        case .institution: " WHERE program IN (SELECT id FROM program" + condition + ")"
        case .range: " WHERE program > ? AND program <= ?"
        }
    }

    /// - Parameter programs: those read, in order of their ids.
    func partValues(_ programs: [Program]) -> [SQLValue] {
        guard case .range(let after, _, _) = self, let last = programs.last else { return values }
        return [.text(after.rawValue), .text(last.id.rawValue)]
    }

    private static let placeholders = SQL.placeholders(largest)

    private static func values(_ ids: [Program.ID]) -> [SQLValue] {
        (0..<largest).map { .text($0 < ids.count ? ids[$0].rawValue : ids.last?.rawValue) }
    }
}
