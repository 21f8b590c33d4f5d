import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// Answers between the pages, for 90 days, and not a day longer.
struct KeepQuizTests {
    private func answers(_ job: String = "welder") -> QuizAnswers {
        var answers = QuizAnswers()
        answers.job = job
        answers.direction = .moveUp
        answers.skillsWanted = ["mig-welding"]
        return answers
    }

    @Test func `a code brings answers back, however it is typed`() async throws {
        let portal = try await SmallPortal()
        let keep = try await portal.services().quiz.keep
        let kept = try await keep.begin(answers())
        for typed in [kept.code.description, kept.code.letters.lowercased(), " " + kept.code.description.replacing("-", with: " ")] {
            let code = try #require(QuizCode(typed))
            #expect(try await keep.find(code)?.answers == answers())
        }
        #expect(try await keep.find(.random()) == nil)
    }

    @Test func `answers are gone after 90 days, and erased in the background`() async throws {
        let portal = try await SmallPortal()
        let keep = try await portal.services().quiz.keep
        let kept = try await keep.begin(answers())
        portal.watch.advance(hours: 90 * 24 - 1)
        #expect(try await keep.find(kept.code) != nil)
        #expect(try await keep.eraseExpired() == 0)
        portal.watch.advance(hours: 1)
        #expect(try await keep.find(kept.code) == nil)
        #expect(try await QuizStore(portal.database).count() == 1)
        #expect(try await keep.eraseExpired() == 1)
        #expect(try await QuizStore(portal.database).count() == 0)
    }

    @Test func `a change gives them 90 more days`() async throws {
        let portal = try await SmallPortal()
        let keep = try await portal.services().quiz.keep
        let kept = try await keep.begin(answers())
        portal.watch.advance(hours: 80 * 24)
        _ = try await keep.save(answers("chef"), under: kept.code)
        portal.watch.advance(hours: 80 * 24)
        #expect(try await keep.find(kept.code)?.answers.job == "chef")
    }

    @Test func `erased now is erased`() async throws {
        let portal = try await SmallPortal()
        let keep = try await portal.services().quiz.keep
        let kept = try await keep.begin(answers())
        #expect(try await keep.erase(kept.code))
        #expect(try await keep.find(kept.code) == nil)
        #expect(try await keep.erase(kept.code) == false)
    }

    @Test func `the database holds neither the code nor a word of the answers`() async throws {
        let portal = try await SmallPortal()
        let kept = try await portal.services().quiz.keep.begin(answers("underwater welder of Moosonee"))
        let rows = try await portal.database.read { try $0.query("SELECT code_hash, sealed_answers FROM quiz") }
        let text = try rows.map { try $0.text("code_hash") + $0.text("sealed_answers") }.joined().lowercased()
        #expect(rows.count == 1)
        for secret in ["moosonee", "welder", "move-up", kept.code.letters.lowercased(), kept.code.description.lowercased()] {
            #expect(!text.contains(secret))
        }
    }

    @Test func `the same answers are sealed differently each time`() async throws {
        let portal = try await SmallPortal()
        let keep = try await portal.services().quiz.keep
        let kept = try await keep.begin(answers())
        let first = try await portal.database.read { try $0.first("SELECT sealed_answers FROM quiz")?.text("sealed_answers") }
        _ = try await keep.save(answers(), under: kept.code)
        let second = try await portal.database.read { try $0.first("SELECT sealed_answers FROM quiz")?.text("sealed_answers") }
        #expect(first != second)
    }

    @Test func `without a database answers live in memory, by the same rules`() async throws {
        let watch = Watch()
        let keep = KeepQuiz(store: nil, clock: watch.clock)
        let kept = try await keep.begin(answers())
        #expect(try await keep.find(kept.code)?.answers == answers())
        watch.advance(hours: 90 * 24)
        #expect(try await keep.find(kept.code) == nil)
        #expect(try await keep.eraseExpired() == 1)
    }
}

/// What a code may look like.
struct QuizCodeTests {
    @Test func `codes are made of letters nobody mistakes, and do not repeat`() {
        let codes = (0..<500).map { _ in QuizCode.random() }
        #expect(Set(codes).count == 500)
        #expect(codes.allSatisfy { $0.letters.count == 12 && $0.letters.allSatisfy { !"ILO01".contains($0) } })
        #expect(codes.allSatisfy { QuizCode($0.description) == $0 })
    }

    @Test(arguments: ["", "K7QM", "K7QM-3XPT-9RW0", "K7QM-3XPT-9RWDA", "ÉÉÉÉÉÉÉÉÉÉÉÉ", "../../etc/pas"])
    func `what is no code is refused`(typed: String) { #expect(QuizCode(typed) == nil) }
}

/// Guessing codes gets slower and slower, for the one who guesses.
struct GuessLimitTests {
    @Test func `five wrong codes are free, then each doubles the wait, up to five minutes`() async throws {
        let watch = SecondsWatch()
        let limit = GuessLimit(clock: watch.clock)
        var waits: [Int] = []
        for _ in 0..<16 {
            let wait = try await limit.begin(from: "203.0.113.7", with: .random())
            if wait > 0 {
                waits.append(wait)
                watch.advance(seconds: wait)
                #expect(try await limit.begin(from: "203.0.113.7", with: .random()) == 0)
            }
        }
        #expect(waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
        #expect(try await limit.begin(from: "203.0.113.8", with: .random()) == 0)
    }

    @Test func `right codes cost nothing, and an hour later all is forgotten`() async throws {
        let watch = SecondsWatch()
        let limit = GuessLimit(clock: watch.clock)
        for _ in 0..<50 {
            let code = QuizCode.random()
            #expect(try await limit.begin(from: "a", with: code) == 0)
            try await limit.found(code, from: "a")
        }
        for _ in 0..<5 { #expect(try await limit.begin(from: "a", with: .random()) == 0) }
        #expect(try await limit.begin(from: "a", with: .random()) > 0)
        watch.advance(seconds: 3_601)
        #expect(try await limit.begin(from: "a", with: .random()) == 0)
    }

    @Test func `somebody else's guesses do not hold up a code in use`() async throws {
        let watch = SecondsWatch()
        let limit = GuessLimit(clock: watch.clock)
        let (mine, fresh) = (QuizCode.random(), QuizCode.random())
        #expect(try await limit.begin(from: "a", with: mine) == 0)
        try await limit.found(mine, from: "a")
        limit.made(fresh)
        for _ in 0..<20 { _ = try await limit.begin(from: "a", with: .random()) }
        #expect(try await limit.begin(from: "a", with: .random()) > 0)
        for code in [mine, fresh] { #expect(try await limit.begin(from: "a", with: code) == 0) }
        limit.missed(mine)
        #expect(try await limit.begin(from: "a", with: mine) > 0)
        watch.advance(seconds: 3_601)
        for _ in 0..<6 { _ = try await limit.begin(from: "a", with: .random()) }
        #expect(try await limit.begin(from: "a", with: fresh) > 0)
    }

    @Test func `two nodes count together, and a code kept on one is in use on the other`() async throws {
        let portal = try await SmallPortal()
        let watch = SecondsWatch()
        let nodes = (0..<2).map { _ in GuessLimit(database: portal.database, clock: watch.clock) }
        let kept = try await KeepQuiz(store: QuizStore(portal.database), clock: watch.clock).begin(QuizAnswers())
        for guess in 0..<5 { #expect(try await nodes[guess % 2].begin(from: "a", with: .random()) == 0) }
        for node in nodes {
            #expect(try await node.begin(from: "a", with: .random()) > 0)
            #expect(try await node.begin(from: "b", with: .random()) == 0)
            #expect(try await node.begin(from: "a", with: kept.code) == 0)
        }
        watch.advance(seconds: 3_601)
        #expect(try await nodes[0].begin(from: "a", with: .random()) == 0)
        // Nothing in the database names an address.
        let rows = try await portal.database.read { try $0.query("SELECT guesser FROM guess").map { try $0.text("guesser") } }
        #expect(rows.allSatisfy { $0.count == 32 })
        watch.advance(seconds: 3_602)
        #expect(try await nodes[1].forget() == 2)
    }

    @Test func `guesses side by side count like guesses one after another`() async throws {
        let limit = GuessLimit(clock: SecondsWatch().clock)
        let allowed = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { try await limit.begin(from: "a", with: .random()) == 0 ? 1 : 0 } }
            return try await group.reduce(0, +)
        }
        #expect(allowed == 5)
    }
}
