/// The tables of the schema, read out of the migrations themselves, so that none can be forgotten.
enum StoredTables {
    /// In the order they were made: a table comes after those it refers to.
    static func names(_ migrations: [Migration] = Migration.all) -> [String] {
        var names: [String] = []
        for text in migrations.flatMap(\.statements).map(\.text) {
            let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ";" }
            guard words.count > 2 else { continue }
            switch (words[0], words[1]) {
            case ("CREATE", "TABLE"): names.append(String(words[2]))
            case ("DROP", "TABLE"): names.removeAll { $0 == words[2] }
            case ("ALTER", "TABLE"):
                guard words.count > 5, words[3] == "RENAME", words[4] == "TO", let place = names.firstIndex(of: String(words[2])) else {
                    continue
                }
                names[place] = String(words[5])
            default: continue
            }
        }
        return names
    }
}
