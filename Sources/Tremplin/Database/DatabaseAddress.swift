/// Where the database is, as an operator writes it.
package struct DatabaseAddress: Hashable, Sendable {
    /// Of the SQLite file; relative to the current folder unless it starts with a slash.
    package let path: String

    /// `var/tremplin.sqlite`, `sqlite:var/tremplin.sqlite`, `sqlite:///var/lib/tremplin/tremplin.sqlite`.
    package init(_ text: String) throws(CommandFailure) {
        guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") else {
            path = text
            return
        }
        guard text[..<colon] == "sqlite" else {
            throw CommandFailure(
                .configuration, "The database must be an SQLite file: this version knows no address that starts with \"\(text[...colon])\"."
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
        path = String(rest)
    }
}
