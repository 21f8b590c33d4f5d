import Domain
import Matching
import Portal
import Storage
import StorageSQLite
import Testing

struct CountUnmetNeedTests {
    private func totals(_ portal: SmallPortal) async throws -> [UnmetNeedTotal] {
        try await UnmetNeedStore(portal.database).totals(in: portal.today.adding(days: -9)...portal.today.adding(days: 9))
    }

    @Test func `a need is counted once a day for a visitor, and robots never`() async throws {
        let portal = try await SmallPortal()
        let count = try await portal.services().countUnmetNeed
        for visitor in [Visitor.anne, .anne, .benoit, .searchEngine, .none] {
            count.record([.skill("welding"), .technology("autocad")], for: .welders, in: "3530", from: visitor)
        }
        try await count.flush()
        #expect(try await totals(portal).map(\.count) == [2, 2])
        portal.watch.advance(hours: 24)
        count.record([.skill("welding")], for: .welders, in: "3530", from: .anne)
        try await count.flush()
        #expect(try await totals(portal).first?.count == 3)
        #expect(try await totals(portal).first?.region == "3530")
    }

    @Test func `a plan counts what nobody offers`() async throws {
        let portal = try await SmallPortal()
        var program = Program.small("a")
        program.tags.append(Tag(.skill("mig")))
        program.offerings = [Offering(schedule: .dates(start: portal.today.adding(days: 9), end: nil), delivery: .inPerson, language: .en)]
        try await portal.save(program)
        let services = try await portal.services()
        _ = services.planTraining(PlanRequest(from: .nurseAides, to: .welders, region: "3530"), visitor: .anne)
        _ = services.planTraining(PlanRequest(from: .nurseAides, to: .welders), visitor: .anne)
        try await services.countUnmetNeed.flush()
        // Offered, but not in the region asked for.
        #expect(try await totals(portal) == [UnmetNeedTotal(occupation: .welders, target: .skill("mig"), region: "3530", count: 1)])
    }

    @Test func `counts that could not be written are written later`() async throws {
        let portal = try await SmallPortal()
        let count = try await portal.services().countUnmetNeed
        let database = portal.database
        count.record([.skill("welding")], for: .welders, in: nil, from: .anne)
        try await database.write { try $0.execute("ALTER TABLE unmet_need RENAME TO elsewhere") }
        await #expect(throws: StorageError.self) { try await count.flush() }
        try await database.write { try $0.execute("ALTER TABLE elsewhere RENAME TO unmet_need") }
        count.record([.skill("welding")], for: .welders, in: nil, from: .benoit)
        try await count.flush()
        #expect(try await totals(portal).map(\.count) == [2])
    }
}
