import Domain
import Matching
import Testing

@Suite struct ClassificationTests {
    @Test func `any table of codes and labels makes a matcher`() throws {
        let table = try Classification(
            header: ["label", "code", "lang", "note"],
            records: [["Bread maker", "C1", "en", ""], ["Boulanger", "C1", "fr", ""], ["Welder", "C2", "en", ""]])
        let matcher = OccupationMatcher(table)
        #expect(matcher.match("boulangère").first?.code == "C1")
        #expect(matcher.match("boulangère").first?.occupation == nil)
        #expect(matcher.suggestions("b", language: .fr, limit: 5).isEmpty)
    }

    @Test func `where every label is its own code, the one written as asked comes first`() {
        let labels = ["bouchère", "boucher/bouchère", "boucher", "boucherie", "boulanger"]
        let rows = labels.map { Classification.Row(code: $0, language: .fr, label: $0) }
        let matcher = OccupationMatcher(Classification(rows: rows))
        for label in labels { #expect(matcher.match(label).first?.code == label) }
        #expect(matcher.match("Boucher (h/f/x)").first?.code == "boucher")
        #expect(matcher.match("Bouchère (h/f/x)").first?.code == "bouchère")
        #expect(Set(matcher.match("boucher").matches.prefix(3).map(\.code)) == Set(labels.prefix(3)))
    }

    @Test func `where a code has several labels, the gender of a title changes nothing`() {
        let rows = [("1", "boucher"), ("1", "charcutier"), ("2", "bouchère de gros"), ("2", "grossiste")].map {
            Classification.Row(code: $0.0, language: .fr, label: $0.1)
        }
        let matcher = OccupationMatcher(Classification(rows: rows))
        #expect(matcher.match("bouchère").first?.code == "1")
        #expect(matcher.match("bouchère") == matcher.match("boucher"))
    }

    @Test func `a faulty table names row and column`() {
        func error(_ header: [String], _ records: [[String]]) -> ClassificationError? {
            do { _ = try Classification(header: header, records: records) } catch { return error }
            return nil
        }
        let header = ["code", "lang", "label"]
        #expect(
            error(["code", "label"], [["1", "x"]]) == .init(row: 1, column: "lang", value: nil, reason: .missingColumn))
        #expect(
            error(header, [["1", "en", "a"], ["2", "de", "b"]]) == .init(row: 3, column: "lang", value: "de", reason: .unknownLanguage))
        #expect(error(header, [["1", "en", " "]]) == .init(row: 2, column: "label", value: nil, reason: .missingValue))
        #expect(error(header, [["1", "en"]]) == .init(row: 2, column: "label", value: nil, reason: .missingValue))
        #expect(error(header, []) == .init(row: 2, column: "code", value: nil, reason: .empty))
    }
}
