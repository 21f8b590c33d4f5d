package import LabourMarket

/// What is wrong with a file as a table, for a sentence in the reader's language.
package enum TableProblem: Hashable, Sendable, Codable {
    case empty
    case columnTwice
    case unclosedQuote
    case textAfterQuote
    /// A row that does not end.
    case rowTooLong
    case cellCount(found: Int, expected: Int)
    /// No text, or a text in an encoding that it does not say.
    case notText
    case json(line: Int)
    case workbook(WorkbookProblem)
    case other
}

/// What a value of the JSON form has to be; the raw value is a phrase for the command line.
package enum Shape: String, Hashable, Sendable, Codable, CaseIterable {
    case program = "an object for each program"
    case text = "a text"
    case number = "a number"
    case flag = "true or false"
    case texts = "a list of texts"
    case localizedText = "texts by language, as in {\"en\": \"…\", \"fr\": \"…\"}"
    case localizedTexts = "a list of texts by language"
    case endorsement = "an object with \"name\" and perhaps \"url\""
    case sequence = "an object with \"reference\", \"position\" and perhaps \"title\""
    case offering = "an object with \"delivery\", \"language\" and perhaps \"start\", \"end\", \"place\" and \"price\" (a number)"
    case list = "a list"
    case tags = "a JSON list of tags"
}
