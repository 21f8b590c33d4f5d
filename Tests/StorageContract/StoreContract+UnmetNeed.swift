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
    ]
}
