import Domain
import Storage

extension ContractTest {
    static let tagging = [
        ContractTest("a reading comes back as it was kept, and another takes its place") { database in
            try await database.programStore().save([.sample()], at: .sample)
            let first = TextReading.sample()
            try await database.write { try $0.keep([first], as: .current) }
            try expectEqual(try await database.read { try $0.reading(of: "p1") }, Optional(first))
            try expectEqual(
                try await database.read { try $0.readingMarks(of: ["p1", "p2"]) },
                [
                    "p1": [
                        .current: ReadingMark(digest: "d1", language: .en, reader: .sample, isLeft: false)
                    ]
                ])
            let second = TextReading.sample(digest: "d2", language: nil, suggestions: [])
            try await database.write { try $0.keep([second], as: .current) }
            try expectEqual(try await database.read { try $0.reading(of: "p1") }, Optional(second))
        },
        ContractTest("a newer reading stands beside the present one until it is taken, left, or the text changes") { database in
            try await database.programStore().save([.sample()], at: .sample)
            let newer = TextReading.sample(
                reader: ReaderVersion(matcher: "2", taxonomy: "T"),
                suggestions: [.sample(.skill("a"), 0.7), .sample(.skill("c"), 0.3), .sample(.skill("tremplin:mig-welding"), 0.9)])
            try await database.write { connection in
                try connection.keep(
                    [.sample(suggestions: [.sample(.skill("a"), 0.5), .sample(.skill("b"), 0.4), .sample(.industry("31-33"), 0.8)])],
                    as: .current)
                try connection.keep([newer], as: .next)
            }
            let differences = try await database.read { try $0.readingDifferences(of: "cedar-college", margin: 0.1) }
            // The approved skill and the industry that an import suggests are the program's already.
            try expectEqual(
                Set(differences),
                [
                    ReadingDifference(program: "p1", target: .skill("a"), change: .changed, before: 0.5, after: 0.7),
                    ReadingDifference(program: "p1", target: .skill("c"), change: .new, before: nil, after: 0.3),
                    ReadingDifference(program: "p1", target: .skill("b"), change: .gone, before: 0.4, after: nil),
                ])
            try expectEqual(try await database.read { try $0.newerReadings(of: "cedar-college") }, ["p1"])
            try expectEqual(try await database.read { try $0.newerReadings(of: "elm-college") }, [])
            try await database.write { try $0.leaveNewerReadings(["p1"]) }
            try expectEqual(try await database.read { try $0.newerReadings(of: "cedar-college") }, [])
            try expectEqual(try await database.read { try $0.reading(of: "p1")?.reader }, .sample)
            try await database.write { try $0.takeNewerReadings(["p1"]) }
            try expectEqual(try await database.read { try $0.reading(of: "p1") }, Optional(newer))
            try expectEqual(try await database.read { try $0.reading(of: "p1", .next) }, nil)
        },
        ContractTest("the queue has published programs first, then the most confident, and what is decided waits no longer") { database in
            let store = try await database.programStore()
            var published = Program.sample("p3", reference: "3")
            published.state = .published
            published.tags = [Tag(.skill("a"), state: .rejected)]
            var archived = Program.sample("p4", reference: "4")
            archived.state = .archived
            var plain = Program.sample("p2", reference: "2")
            plain.tags = []
            try await store.save([.sample(), plain, published, archived], at: .sample)
            try await database.write { connection in
                try connection.keep(
                    [
                        .sample("p2", suggestions: [.sample(.skill("a"), 0.9), .sample(.skill("b"), 0.2)]),
                        .sample("p3", suggestions: [.sample(.skill("a"), 0.9), .sample(.skill("b"), 0.4)]),
                        .sample("p4", suggestions: [.sample(.skill("a"), 0.9)]),
                    ], as: .current)
            }
            let waiting = try await database.read { try $0.waitingPrograms(of: "cedar-college") }
            // p1 has one tag that an import suggested.
            try expectEqual(waiting.map(\.id), ["p3", "p1", "p2"])
            try expectEqual(waiting.map(\.count), [1, 1, 2])
            try expectEqual(waiting.map(\.best), [0.4, 1, 0.9])
            try expectEqual(try await database.read { try $0.unreadCount(of: "cedar-college") }, 1)
            let found = try await database.read {
                try $0.waitingSuggestions(of: "cedar-college", states: [.published, .draft], kinds: [.skill], from: 0.4)
            }
            try expectEqual(found.map(\.program), ["p2", "p3"])
            try expectEqual(found.map(\.suggestion.target), [.skill("a"), .skill("b")])
            try expectEqual(
                try await database.read {
                    try $0.waitingSuggestions(of: "cedar-college", states: [.draft], kinds: [.occupation], from: 0).count
                }, 0)
        },
        ContractTest("a program without text is known as one") { database in
            try await database.programStore().save([.sample(), .sample("p2", reference: "2")], at: .sample)
            try await database.write { try $0.keep([.sample(language: nil, suggestions: []), .sample("p2")], as: .current) }
            try expectEqual(try await database.read { try $0.textlessPrograms(of: "cedar-college") }, ["p1"])
        },
        ContractTest("one node at a time reads, and another goes on when its lease is over") { database in
            try await database.programStore().save([.sample()], at: .sample)
            let (now, later) = (Timestamp.sample, Timestamp.sample.later(30))
            let state = try await database.write { try $0.takeTagReader("a", .sample, at: now, leasedUntil: later) }
            try expectEqual(state?.sweptTo, "")
            try expect(try await database.read { try !$0.mayReadTags("b", at: now) })
            try expectEqual(try await database.write { try $0.takeTagReader("b", .sample, at: now, leasedUntil: later) }, nil)
            var next = TagReaderState(reader: .sample, sweptTo: nil, change: 7)
            let over = next
            try expect(try await database.write { try $0.advanceTagReader("a", to: over) })
            try expect(try await database.write { try !$0.advanceTagReader("b", to: over) })
            let taken = try await database.write { try $0.takeTagReader("b", .sample, at: later, leasedUntil: later.later(30)) }
            try expectEqual(taken, next)
            try expect(try await database.write { try !$0.advanceTagReader("a", to: over) })
            // Another matcher begins anew.
            let other = ReaderVersion(matcher: "2", taxonomy: "T")
            next = TagReaderState(reader: other, sweptTo: "", change: try await ChangeLog(database).latestNumber())
            let begun = try await database.write { try $0.takeTagReader("b", other, at: later, leasedUntil: later.later(30)) }
            try expectEqual(begun, next)
            try await database.write { try $0.releaseTagReader("b") }
            try expect(try await database.read { try $0.mayReadTags("a", at: later) })
        },
        ContractTest("what was written since a change is named, and a log that was cut says so") { database in
            let store = try await database.programStore()
            try await store.save([.sample(), .sample("p2", reference: "2")], at: .sample)
            let last = try await ChangeLog(database).latestNumber()
            try await store.save([.sample("p2", reference: "2")], at: .sample)
            let found = try await database.read { try $0.programsToRead(since: last, most: 10).map { ($0.programs.map(\.id), $0.change) } }
            try expect(found?.0 == ["p2"] && found?.1 == last + 1)
            try expect(try await database.read { try $0.programsToRead(since: last + 1, most: 10)?.programs.isEmpty } == true)
            try await ChangeLog(database).forget(allBut: 0)
            try expect(try await database.read { try $0.programsToRead(since: last, most: 10) == nil })
        },
        ContractTest("decisions come back with what was there before, are counted, and count no longer once undone") { database in
            try await database.programStore().save([.sample()], at: .sample)
            let review = TagReview(id: "r1", institution: "cedar-college", account: "a1", manner: .program, at: .sample)
            let decisions = [
                TagDecision(
                    program: "p1", target: .industry("31-33"), verdict: .approved, origin: .formerCode, confidence: nil, matcher: "1",
                    before: Program.sample().tags[2]),
                TagDecision(
                    program: "p1", target: .skill("b"), verdict: .rejected, origin: .suggestion, confidence: 0.5, matcher: "1", before: nil),
            ]
            try await database.write { try $0.add(review, decisions) }
            try expectEqual(try await database.read { try $0.decisions(of: "r1") }, decisions)
            try expectEqual(try await database.read { try $0.review("r1", of: "cedar-college") }, Optional(review))
            try expectEqual(try await database.read { try $0.review("r1", of: "elm-college") }, nil)
            try expectEqual(try await database.read { try $0.lastReview(of: "a1", at: "cedar-college", since: .sample) }, Optional(review))
            try expectEqual(try await database.read { try $0.lastReview(of: "a2", at: "cedar-college", since: .sample) }, nil)
            for institution: Institution.ID? in ["cedar-college", nil] {
                try expectEqual(try await database.read { try $0.decisionCounts(of: institution).map(\.count) }, [1, 1])
            }
            try expect(try await database.write { try $0.noteUndone("r1", at: .sample) })
            try expect(try await database.write { try !$0.noteUndone("r1", at: .sample) })
            try expectEqual(try await database.read { try $0.decisionCounts(of: nil) }, [])
            try expectEqual(try await database.read { try $0.lastReview(of: "a1", at: "cedar-college", since: .sample) }, nil)
        },
        ContractTest("times are counted by seconds, of one institution or of all") { database in
            try await database.programStore().save([.sample()], at: .sample)
            try await database.write { connection in
                for seconds in [3, 3, 8] { try connection.addReviewTime(seconds, at: "cedar-college", month: "2026-11") }
                try connection.addReviewTime(90, at: "cedar-college", month: "2025-01")
            }
            let times = try await database.read { try $0.reviewTimes(of: "cedar-college", since: "2026-01") }
            try expect(times.map(\.seconds) == [3, 8] && times.map(\.count) == [2, 1])
            try expect(try await database.read { try $0.reviewTimes(of: nil, since: "2020-01").map(\.count) } == [2, 1, 1])
        },
    ]
}

extension ReaderVersion {
    fileprivate static let sample = ReaderVersion(matcher: "1", taxonomy: "T")
}

extension ReadSuggestion {
    fileprivate static func sample(_ target: TagTarget, _ confidence: Double) -> ReadSuggestion {
        ReadSuggestion(
            target: target, confidence: confidence, evidence: TextEvidence(part: "description", start: 9, sentence: "Line two"),
            taxonomyVersion: "T 1")
    }
}

extension TextReading {
    fileprivate static func sample(
        _ program: Program.ID = "p1", digest: String = "d1", language: Language? = .en, reader: ReaderVersion = .sample,
        suggestions: [ReadSuggestion] = [
            .sample(.skill("a"), 0.75),
            ReadSuggestion(target: .occupation(OccupationCode("72106")!), confidence: 0.25, evidence: nil, taxonomyVersion: nil),
        ]
    ) -> TextReading {
        TextReading(
            program: program, digest: digest, language: language, reader: reader, at: .sample,
            suggestions: suggestions.sorted { $0.confidence > $1.confidence })
    }
}
