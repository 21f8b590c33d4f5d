package import Domain

/// The portal's own values, out of a row.
extension SQLRow {
    /// One of a closed set of words.
    package func word<Word: RawRepresentable<String>>(_ column: String, as type: Word.Type = Word.self) throws(StorageError) -> Word {
        let text = try text(column)
        guard let word = Word(rawValue: text) else { throw .unexpected(column: column, found: text) }
        return word
    }

    /// The columns `<name>_en` and `<name>_fr`.
    package func localized(_ name: String) throws(StorageError) -> LocalizedText {
        LocalizedText(en: try optionalText(name + "_en"), fr: try optionalText(name + "_fr"))
    }

    package func date(_ column: String) throws(StorageError) -> CalendarDate {
        guard let date = try optionalDate(column) else { throw .unexpected(column: column, found: "null") }
        return date
    }

    package func optionalDate(_ column: String) throws(StorageError) -> CalendarDate? {
        guard let text = try optionalText(column) else { return nil }
        guard let date = CalendarDate(text) else { throw .unexpected(column: column, found: text) }
        return date
    }

    package func time(_ column: String) throws(StorageError) -> Timestamp { Timestamp(milliseconds: Int64(try integer(column))) }

    package func optionalTime(_ column: String) throws(StorageError) -> Timestamp? {
        try optionalInteger(column).map { Timestamp(milliseconds: Int64($0)) }
    }

    /// The columns `city` and `postal_code`; `nil` without a city.
    package func optionalPlace() throws(StorageError) -> Place? {
        guard let city = try optionalText("city") else { return nil }
        return Place(city: city, postalCode: try optionalText("postal_code"))
    }
}

extension SQLValue {
    package static func date(_ value: CalendarDate?) -> SQLValue { .text(value?.description) }
    package static func time(_ value: Timestamp?) -> SQLValue { value.map { .integer($0.milliseconds) } ?? .null }
    package static func word(_ value: some RawRepresentable<String>) -> SQLValue { .text(value.rawValue) }
}
