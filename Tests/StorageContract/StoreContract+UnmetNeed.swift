import Domain
import Storage

extension ContractTest {
    static let unmetNeed = [
        ContractTest("unmet need adds up by day, occupation, skill and region") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = UnmetNeedStore(database)
            let monday = CalendarDate("2026-11-23")!
            let welder = OccupationCode("72106")!
            let skill = UnmetNeed(day: monday, occupation: welder, target: .skill("tremplin:mig-welding"), region: "3530", count: 2)
            var anywhere = skill
            anywhere.region = nil
            let tool = UnmetNeed(day: monday.adding(days: 1), occupation: welder, target: .technology("onet:autocad"), region: nil)
            try await store.add([skill, anywhere, tool])
            try await store.add([skill, skill])
            try await store.add([])
            let week = monday...monday.adding(days: 6)
            try expectEqual(
                try await store.totals(in: week),
                [
                    UnmetNeedTotal(occupation: welder, target: skill.target, region: "3530", count: 6),
                    UnmetNeedTotal(occupation: welder, target: skill.target, region: nil, count: 2),
                    UnmetNeedTotal(occupation: welder, target: tool.target, region: nil, count: 1),
                ])
            try expectEqual(try await store.totals(in: week, limit: 1).count, 1)
            try expectEqual(try await store.forget(before: monday.adding(days: 1)), 2)
            try expectEqual(try await store.totals(in: week).map(\.target), [tool.target])
        },
        ContractTest("unmet need is of a skill or a tool, nothing else") { database in
            try await Migrator().migrate(database, at: .sample)
            let need = UnmetNeed(
                day: CalendarDate("2026-11-23")!, occupation: OccupationCode("72106")!, target: .industry("62"), region: nil)
            try await expectError {
                try await UnmetNeedStore(database).add([need])
            } _: {
                if case .check = $0 { true } else { false }
            }
        },
        ContractTest("what postings ask for is counted apart from what plans need") { database in
            try await Migrator().migrate(database, at: .sample)
            let store = UnmetNeedStore(database)
            let day = CalendarDate("2026-11-23")!
            let plan = UnmetNeed(day: day, occupation: OccupationCode("72106")!, target: .skill("mig"), region: nil, count: 2)
            var posting = plan
            posting.source = .postings
            posting.count = 3
            try await store.add([plan, posting, posting])
            try expectEqual(try await store.totals(in: day...day).map(\.count), [2])
            try expectEqual(try await store.totals(in: day...day, source: .postings).map(\.count), [6])
            try expectEqual(try await store.forget(before: day.adding(days: 1)), 2)
        },
        ContractTest("a request is shown once it is verified, and erased whole with its pledges") { database in
            try await Migrator().migrate(database, at: .sample)
            try await InstitutionStore(database).save([.sample()], at: .sample)
            let request = NeedRequest.sample()
            let end = Timestamp(milliseconds: Timestamp.sample.milliseconds + 1_000)
            try await database.write { try $0.insert(request, under: "own") }
            try expectEqual(try await database.read { try $0.needRequest(under: "own", at: .sample) }, Optional(request))
            try expectEqual(try await database.read { try $0.confirmedNeedRequests(at: .sample) }, [])
            try expectEqual(try await database.write { try $0.confirm(request.id, at: .sample, until: end) }, true)
            try expectEqual(try await database.write { try $0.confirm(request.id, at: .sample, until: end) }, false)
            try expectEqual(try await database.read { try $0.confirmedNeedRequests(at: .sample).map(\.targets) }, [request.targets])
            try expectEqual(try await database.read { try $0.confirmedNeedRequests(at: end) }, [])
            try expectEqual(try await database.read { try $0.needRequest(under: "own", at: end) }, nil)
            let count = try await database.read {
                try $0.countNeedRequests(of: request.email, since: Timestamp(milliseconds: Timestamp.sample.milliseconds - 1))
            }
            try expectEqual(count, 1)
            try await database.write { try $0.save(NeedPledge.sample(), under: "reveal") }
            try expectEqual(try await database.write { try $0.eraseNeedRequests(expiredAt: .sample) }, 0)
            try expectEqual(try await database.write { try $0.eraseNeedRequests(expiredAt: end) }, 1)
            try expectEqual(try await database.read { try $0.pledges(by: "cedar-college") }, [])
        },
        ContractTest("a pledge's link tells an institution who asks once, and a new pledge takes the old one's place") { database in
            try await Migrator().migrate(database, at: .sample)
            try await InstitutionStore(database).save([.sample()], at: .sample)
            try await database.write { try $0.insert(NeedRequest.sample(), under: "own") }
            try await database.write { try $0.save(NeedPledge.sample(), under: "first") }
            let pledge = NeedPledge.sample(note: "Sooner")
            try await database.write { try $0.save(pledge, under: "second") }
            try expectEqual(try await database.read { try $0.pledges(of: "r1") }, [pledge])
            try expectEqual(try await database.read { try $0.countPledges() }, ["r1": 1])
            try expectEqual(try await database.read { try $0.pledge(under: "first") }, nil)
            try expectEqual(try await database.write { try $0.reveal(under: "second", at: .sample) }, true)
            try expectEqual(try await database.write { try $0.reveal(under: "second", at: .sample) }, false)
            try await database.write { try $0.save(pledge, under: "third") }
            let kept = try await database.read { try $0.pledges(by: "cedar-college") }
            try expectEqual(kept.map(\.revealedAt), [.sample])
            try expectEqual(try await database.read { try $0.pledge(under: "third") }, nil)
        },
    ]
}

extension NeedRequest {
    fileprivate static func sample() -> NeedRequest {
        NeedRequest(
            id: "r1", language: .fr, wanted: "Programmer des robots\nde soudage", targets: [.skill("robots"), .technology("onet:autocad")],
            occupation: OccupationCode("72106"), region: "3530", people: 12, email: EmailAddress("ana@usine.example")!,
            organisation: "Usine",
            createdAt: .sample, expiresAt: Timestamp(milliseconds: Timestamp.sample.milliseconds + 500))
    }
}

extension NeedPledge {
    fileprivate static func sample(note: String = "") -> NeedPledge {
        NeedPledge(
            id: "l1", request: "r1", institution: "cedar-college", account: "a1", planned: "Robots", readyOn: CalendarDate("2027-03-01"),
            note: note, createdAt: .sample)
    }
}
