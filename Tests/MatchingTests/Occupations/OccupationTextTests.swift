import Domain
import Matching
import Testing

@Suite struct OccupationTextTests {
    private let matcher = OccupationTextMatcher(OccupationMatcher(.sample))

    @Test func `a program's text leads to the job, with the sentence that says so`() {
        let matches = matcher.match(
            title: "Introduction to MIG and TIG",
            description:
                "Classes are held in the evening. Learners weld metal in several positions and read blueprints! Bring your own boots.",
            language: .en)
        #expect(matches.first?.code == "72106")
        #expect(matches.first?.evidence == "Learners weld metal in several positions and read blueprints")
        #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
    }

    @Test func `a title alone is enough, and nothing at all gives nothing`() {
        let matches = matcher.match(title: "Formation de soudeur", description: "", limit: 1)
        #expect(matches.map(\.code) == ["72106"])
        #expect(matches.first?.evidence == nil)
        #expect(matcher.match(title: " ", description: "\n").isEmpty)
    }

    @Test func `a description alone is enough`() {
        let matches = matcher.match(title: "", description: "• feed patients and move patients\n• keep records of patients", language: .en)
        #expect(matches.first?.code == "33102")
    }
}
