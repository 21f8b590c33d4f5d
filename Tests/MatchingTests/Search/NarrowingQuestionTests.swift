import Domain
import Matching
import Testing

struct NarrowingQuestionTests {
    private func results(_ total: Int, _ facets: [FacetName: [Int]]) -> SearchResults {
        SearchResults(
            total: total, hits: [],
            facets: facets.mapValues { counts in
                counts.enumerated().map { FacetValue(value: "value-\($0.offset)", count: $0.element, isChosen: false) }
            },
            correctedText: nil)
    }

    @Test func `the question that splits the list most evenly is asked`() throws {
        let question = try #require(
            NarrowingQuestion(
                for: ProgramQuery(), results: results(40, [.delivery: [38, 2], .price: [10, 10, 10, 10], .language: [30, 10]])))
        #expect(question.facet == .price)
        #expect(question.answers.map(\.count) == [10, 10, 10, 10])
    }

    @Test func `a short list is not questioned`() {
        #expect(NarrowingQuestion(for: ProgramQuery(), results: results(10, [.price: [5, 5]])) == nil)
    }

    @Test func `what was answered already is not asked again`() {
        let query = ProgramQuery(filters: [.price: ["value-0"]])
        #expect(NarrowingQuestion(for: query, results: results(40, [.price: [20, 20]])) == nil)
    }

    @Test func `an answer that leaves everything is no answer`() {
        #expect(NarrowingQuestion(for: ProgramQuery(), results: results(40, [.delivery: [40, 1], .language: [40]])) == nil)
    }

    @Test func `four answers at most, in the facet's own order`() throws {
        let question = try #require(
            NarrowingQuestion(for: ProgramQuery(), results: results(60, [.duration: [5, 20, 1, 15, 19]])))
        #expect(question.answers.map(\.count) == [5, 20, 15, 19])
    }
}
