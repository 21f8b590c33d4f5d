import Domain
import LabourMarket
import Matching
import Testing

/// The matcher as the portal is built: with the model beside the reference data.
private let builtIn = Result { () throws -> (LabourMarketInformation, EmbeddingModel) in
    let bytes = try #require(BuiltInModel.bytes())
    return (try LabourMarketInformation(releases: BuiltInReleases.all()), try EmbeddingDocument.read(bytes))
}

@Suite struct EmbeddedMatcherTests {
    @Test func `the built-in model says what it is made of, and is small`() throws {
        let bytes = try #require(BuiltInModel.bytes())
        #expect(bytes.count <= 5_000_000)
        let header = try builtIn.get().1.header
        #expect(header.dimensions == 64 && header.rows == 1 << 16)
        #expect(Set(header.origins.map(\.name)) == ["noc", "naics", "onet", "esco", "skills"])
        #expect(header.origins.allSatisfy { !$0.version.isEmpty && !$0.licence.isEmpty })
        // Nothing is kept from the model in use.
        #expect(header.leftOut.isEmpty)
    }

    @Test func `people's own words find the right unit group with the model, and better than without`() throws {
        let (information, model) = try builtIn.get()
        let matcher = OccupationMatcher(information, embedding: model)
        var first = 0
        var missed: [String] = []
        // One in three: the other tests ask them all, by words.
        let searches = Searches.all.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        for search in searches {
            let answer = matcher.match(search.text, language: Language(rawValue: search.language))
            let codes = answer.matches.map(\.code)
            if codes.first.map(search.codes.contains) ?? false { first += 1 }
            if !codes.contains(where: search.codes.contains) { missed.append(search.text) }
        }
        // See docs/matching.md, "Our own searches".
        #expect(Double(first) >= 0.95 * Double(searches.count))
        #expect(missed.count <= 1, "\(missed)")
        let exact = matcher.match("personal support worker")
        #expect(exact.first?.code == "33102")
        #expect(exact.first?.matchedTitle != nil)
        // A title of NOC 2021, to the letter, comes first whatever the directions say.
        let titles = information.jobTitles
        for index in stride(from: 0, to: titles.count, by: 2_999) {
            let answer = matcher.match(titles[index].title, language: titles[index].language, limit: 10)
            #expect(answer.isExact, "\(titles[index].title)")
            let own = Set(titles.filter { $0.title == titles[index].title }.map(\.code.rawValue))
            #expect(answer.matches.prefix(10).contains { own.contains($0.code) }, "\(titles[index].title)")
        }
    }

    @Test func `words no title has are understood across languages`() throws {
        let (information, model) = try builtIn.get()
        // English titles only, asked in French.
        var classification = Classification(information)
        classification.rows.removeAll { $0.language == .fr }
        classification.dutyWords = [:]
        let matcher = OccupationMatcher(classification, embedding: model)
        let plain = OccupationMatcher(classification)
        let questions = [
            ("soudeur", "72106"), ("préposé aux bénéficiaires", "33102"), ("plombier", "72300"), ("camionneur", "73300"),
            ("avocate", "41101"), ("boucher", "63201"),
        ]
        func right(_ matcher: OccupationMatcher) -> Int {
            questions.count { text, code in matcher.match(text, language: .fr).matches.contains { $0.code == code } }
        }
        #expect(right(matcher) >= 5)
        #expect(right(matcher) > right(plain))
    }

    @Test func `without the model the answer is that of the words alone`() throws {
        let matcher = OccupationMatcher(.sample)
        #expect(matcher.match("welder").first?.code == "72106")
        // A model that knows nothing changes no exact title.
        let noisy = OccupationMatcher(.sample, embedding: .sample())
        #expect(noisy.match("welder").first?.code == "72106")
        #expect(noisy.match("welder").isExact)
        #expect(noisy.match(" ").matches.isEmpty)
    }
}
