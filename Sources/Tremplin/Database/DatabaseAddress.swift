/// Where the database is, as an operator writes it.
package enum DatabaseAddress: Hashable, Sendable, CustomStringConvertible {
    /// The path of an SQLite file; relative to the current folder unless it starts with a slash.
    case sqlite(path: String)
    /// `postgresql://…`, as libpq reads it. It may hold a password.
    case postgres(String)

    /// `var/tremplin.sqlite`, `sqlite:var/tremplin.sqlite`, `sqlite:///var/lib/tremplin/tremplin.sqlite`, `postgresql://portal@db.example/portal`.
    package init(_ text: String) throws(CommandFailure) {
        guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") else {
            self = .sqlite(path: text)
            return
        }
        let scheme = text[..<colon]
        if scheme == "postgresql" || scheme == "postgres" {
            guard text[colon...].hasPrefix("://") else {
                throw CommandFailure(.configuration, "A PostgreSQL address is written postgresql://user@host/database.")
            }
            self = .postgres(text)
            return
        }
        guard scheme == "sqlite" else {
            throw CommandFailure(
                .configuration,
                "The database must be an SQLite file or on a PostgreSQL server: nothing is known of addresses that start with \"\(text[...colon])\"."
            )
        }
        var rest = text[text.index(after: colon)...]
        if rest.hasPrefix("//") {
            // Between the second and the third slash stands a machine, and a file has none.
            rest = rest.dropFirst(2)
            guard rest.hasPrefix("/") else {
                throw CommandFailure(.configuration, "An SQLite address is written sqlite:///absolute/path or sqlite:relative/path.")
            }
        }
        guard !rest.isEmpty else { throw CommandFailure(.configuration, "The database's address has no path.") }
        self = .sqlite(path: String(rest))
    }

    /// As it may be shown to anybody.
    package var description: String {
        switch self {
        case .sqlite(let path): path
        case .postgres(let address): PortalConfiguration.withoutPassword(address)
        }
    }
}
