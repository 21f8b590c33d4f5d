import Domain

/// The portal's own values, out of the cells of a scan. Errors name the column by its place.
extension SQLCells {
    func required(_ column: Int) throws(StorageError) -> String {
        guard let text = text(column) else { throw .unexpected(column: "\(column + 1)", found: "null") }
        return text
    }

    func requiredInteger(_ column: Int) throws(StorageError) -> Int {
        guard let integer = integer(column) else { throw .unexpected(column: "\(column + 1)", found: "null") }
        return integer
    }

    func flag(_ column: Int) throws(StorageError) -> Bool { try requiredInteger(column) != 0 }

    /// One of a closed set of words.
    func word<Word: RawRepresentable<String>>(_ column: Int, as type: Word.Type = Word.self) throws(StorageError) -> Word {
        let text = try required(column)
        guard let word = Word(rawValue: text) else { throw .unexpected(column: "\(column + 1)", found: text) }
        return word
    }

    /// Two columns side by side, English first.
    func localized(_ column: Int) -> LocalizedText {
        var result = LocalizedText()
        result.en = text(column)
        result.fr = text(column + 1)
        return result
    }

    func date(_ column: Int) throws(StorageError) -> CalendarDate? {
        guard let text = text(column) else { return nil }
        guard let date = CalendarDate(text) else { throw .unexpected(column: "\(column + 1)", found: text) }
        return date
    }
}
