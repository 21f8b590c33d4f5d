import Domain
import Storage

extension ContractTest {
    static let programs = [
        ContractTest("a program comes back whole, with its lists in order") { database in
            let store = try await database.programStore()
            try await store.save([.sample()], at: .sample)
            try expectEqual(try await store.program("p1"), .sample())
            try expectEqual(try await store.all(), [.sample()])
            try expectEqual(try await store.program(of: "cedar-college", reference: "WLD-1"), .sample())
        },
        ContractTest("a program with nothing but a title comes back as it is") { database in
            let store = try await database.programStore()
            let bare = Program(
                id: "bare", institution: "cedar-college", reference: "B", title: LocalizedText(fr: "Nu"), url: "https://c.example")
            try await store.save([bare], at: .sample)
            try expectEqual(try await store.program("bare"), bare)
        },
        ContractTest("saving a program again replaces every list and leaves no row of the old ones") { database in
            let store = try await database.programStore()
            try await store.save([.sample(), .sample("p2", reference: "WLD-2")], at: .sample)
            var changed = Program.sample()
            changed.outcomes = [LocalizedText(en: "Only")]
            changed.offerings = []
            changed.tags.reverse()
            changed.endorsements = []
            changed.funding = []
            changed.supports = [.languageSupport]
            changed.sequence = nil
            changed.hours = nil
            try await store.save([changed], at: .sample)
            try expectEqual(try await store.program("p1"), changed)
            try expectEqual(try await store.program("p2"), .sample("p2", reference: "WLD-2"))
            try expectEqual(try await store.count(), 2)
        },
        ContractTest("programs are found by id, by institution and by reference, and only those") { database in
            let store = try await database.programStore()
            let programs = (0..<450).map {
                Program.sample(Program.ID("p\($0)"), of: $0 % 2 == 0 ? "cedar-college" : "elm-college", reference: "R\($0)")
            }
            try await store.save(programs, at: .sample)
            try expectEqual(try await store.count(), 450)
            try expectEqual(Set(try await store.all()), Set(programs))
            let wanted = programs.filter { $0.reference.hasSuffix("7") || $0.reference.hasSuffix("1") || $0.reference.count == 4 }
            try expect(wanted.count > 200)
            try expectEqual(Set(try await store.programs(wanted.map(\.id) + ["absent"])), Set(wanted))
            try expectEqual(try await store.programs([]), [])
            try expectEqual(try await store.program("absent"), nil)
            try expectEqual(
                Set(try await store.programs(of: "elm-college").map(\.id)),
                Set(programs.filter { $0.institution == "elm-college" }.map(\.id)))
            try expectEqual(try await store.program(of: "elm-college", reference: "R2"), nil)
            try expectEqual(try await store.program(of: "elm-college", reference: "R3")?.id, "p3")
        },
        ContractTest("two programs of an institution cannot share a reference; those of two institutions can") { database in
            let store = try await database.programStore()
            try await store.save([.sample("p1"), .sample("p2", of: "elm-college")], at: .sample)
            try await expectError {
                try await store.save([.sample("p3", reference: "OK"), .sample("p4")], at: .sample)
            } _: {
                if case .unique = $0 { true } else { false }
            }
            try expectEqual(try await store.count(), 2)
            try expectEqual(try await ChangeLog(database).latestNumber(), 4)
        },
        ContractTest("a program of no known institution is refused") { database in
            let store = try await database.programStore()
            try await expectError {
                try await store.save([.sample(of: "nowhere")], at: .sample)
            } _: {
                if case .foreignKey = $0 { true } else { false }
            }
        },
        ContractTest("every program written is in the change log") { database in
            let store = try await database.programStore()
            let log = ChangeLog(database)
            let before = try await log.latestNumber()
            let last = try await store.save([.sample("p1"), .sample("p2", reference: "2")], at: .sample)
            try await store.save([.sample("p1")], at: .sample)
            let changes = try await log.changes(since: before)
            try expectEqual(changes.map(\.subject), [.program("p1"), .program("p2"), .program("p1")])
            try expectEqual(changes.map(\.number), [before + 1, before + 2, before + 3])
            try expectEqual(last, before + 2)
            try expectEqual(changes.map(\.at), [.sample, .sample, .sample])
        },
    ]
}

extension SQLDatabase {
    /// A migrated database with two institutions: change numbers 1 and 2.
    func programStore() async throws -> ProgramStore {
        try await Migrator().migrate(self, at: .sample)
        try await InstitutionStore(self).save([.sample(), .sample("elm-college")], at: .sample)
        return ProgramStore(self)
    }
}
