import Domain
import Storage

extension ContractTest {
    static let publishing = [
        ContractTest("each write to a program has its entry, and the program is as it was written last") { database in
            let store = try await database.programStore()
            let first = try await database.write {
                try $0.write([ProgramWrite(.sample(), .created, expecting: .absent)], by: .account("a1"), at: .sample)
            }
            try expectEqual(first.versions, ["p1": 1])
            var program = Program.sample()
            program.title = LocalizedText(en: "Welding", fr: "Soudage")
            let written = program
            let second = try await database.write {
                try $0.write([ProgramWrite(written, .imported, expecting: .version(1))], by: .key("nightly"), at: Timestamp.sample.later(5))
            }
            try expectEqual(second, WrittenPrograms(versions: ["p1": 2], lastChange: first.lastChange + 1))
            try expectEqual(try await ChangeLog(database).latestNumber(), second.lastChange)
            try expectEqual(try await store.program("p1"), written)
            let history = try await database.read { try $0.history(of: "p1", limit: 10) }
            try expectEqual(
                history,
                [
                    ProgramVersion(
                        number: 2, at: Timestamp.sample.later(5), actor: .key("nightly"), act: .imported, side: .standing, program: written),
                    ProgramVersion(number: 1, at: .sample, actor: .account("a1"), act: .created, side: .standing, program: .sample()),
                ])
            try expectEqual(try await database.read { try $0.history(of: "p1", before: 2, limit: 10).map(\.number) }, [1])
            try expectEqual(try await database.read { try $0.version(1, of: "p1")?.program }, .sample())
        },
        ContractTest("a program from before the history is kept in it as it was found") { database in
            try await database.programStore().save([.sample(), .sample("p2", reference: "2")], at: .sample)
            try await database.write { connection in
                try expectEqual(try connection.sheet("p1"), ProgramSheet(standing: .sample(), version: 0))
                try connection.write([ProgramWrite(.renamed(), .edited, expecting: .version(0))], by: .system, at: .sample)
            }
            let history = try await database.read { try $0.history(of: "p1", limit: 10) }
            try expectEqual(history.map(\.act), [.edited, .found])
            try expectEqual(history.map(\.program), [.renamed(), .sample()])
            try expectEqual(try await database.read { try $0.history(of: "p2", limit: 10) }, [])
        },
        ContractTest("whoever writes over something they have not seen is refused, and nothing is written") { database in
            let store = try await database.programStore()
            try await store.save([.sample(), .sample("p2", reference: "2")], at: .sample)
            try await database.write {
                try $0.write([ProgramWrite(.renamed(), .edited, expecting: .version(0))], by: .system, at: .sample)
            }
            let last = try await ChangeLog(database).latestNumber()
            let refused: [(ProgramWrite, ProgramWriteError)] = [
                (ProgramWrite(.sample(), .edited, expecting: .version(0)), .conflict("p1", found: 2)),
                (ProgramWrite(.sample(), .edited, expecting: .version(3)), .conflict("p1", found: 2)),
                (ProgramWrite(.sample(), .created, expecting: .absent), .conflict("p1", found: 2)),
                (ProgramWrite(.sample("p9", reference: "9"), .edited, expecting: .version(0)), .conflict("p9", found: nil)),
                (ProgramWrite(.sample(of: "elm-college"), .edited, expecting: .anything), .otherInstitution("p1")),
                (
                    ProgramWrite(.sample("p9", reference: "2"), .created, expecting: .absent),
                    .referenceTaken(ProgramKey(institution: "cedar-college", reference: "2"), by: "p2")
                ),
            ]
            for (write, reason) in refused {
                let good = ProgramWrite(.sample("p8", reference: "8"), .created, expecting: .absent)
                do {
                    try await database.write { try $0.write([good, write], by: .system, at: .sample) }
                    throw ContractViolation(description: "\(reason) was not noticed")
                } catch let error as ProgramWriteError {
                    try expectEqual(error, reason)
                }
            }
            try expectEqual(try await store.program("p8"), nil)
            try expectEqual(try await ChangeLog(database).latestNumber(), last)
        },
        ContractTest("of two who write to the same version at the same moment, one is refused") { database in
            try await database.programStore().save([.sample()], at: .sample)
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        do {
                            try await database.write {
                                try $0.write([ProgramWrite(.renamed(), .edited, expecting: .version(0))], by: .system, at: .sample)
                            }
                            return true
                        } catch is ProgramWriteError { return false }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try expectEqual(outcomes.filter { $0 }.count, 1)
            try expectEqual(try await database.read { try $0.history(of: "p1", limit: 10).map(\.number) }, [2, 1])
        },
        ContractTest("a draft stands beside a program and leaves it as it is, until the draft takes its place") { database in
            let store = try await database.programStore()
            try await store.save([.sample()], at: .sample)
            try await database.write {
                try $0.write([ProgramWrite(.renamed(), .edited, side: .draft, expecting: .version(0))], by: .system, at: .sample)
            }
            try expectEqual(try await store.program("p1"), .sample())
            let sheet: ProgramSheet? = try await database.read { try $0.sheet("p1") }
            try expectEqual(sheet, ProgramSheet(standing: .sample(), draft: .renamed(), draftBase: 1, version: 2))
            try expectEqual(sheet?.edited, .renamed())
            try await database.write {
                try $0.write([ProgramWrite(.renamed("Z"), .imported, expecting: .version(2))], by: .system, at: .sample)
                try expectEqual(try $0.sheet("p1")?.draftBase, 1)
            }
            try await database.write {
                try $0.write([ProgramWrite(.renamed(), .edited, side: .settledDraft, expecting: .version(3))], by: .system, at: .sample)
                try expectEqual(try $0.sheet("p1")?.draftBase, 3)
            }
            try await database.write {
                try $0.write(
                    [ProgramWrite(.renamed(), .published, side: .standingAndNoDraft, expecting: .version(4))], by: .system, at: .sample)
            }
            let published: ProgramSheet? = try await database.read { try $0.sheet("p1") }
            try expectEqual(published, ProgramSheet(standing: .renamed(), version: 5))
            try expectEqual(try await database.read { try $0.version(before: 5, side: .standing, of: "p1")?.number }, 3)
            try expectEqual(try await database.read { try $0.version(before: 4, side: .draft, of: "p1")?.number }, 2)
        },
        ContractTest("what concerns both texts is written to both, and what changes nothing is not written") { database in
            let store = try await database.programStore()
            try await store.save([.sample(), .sample("p2", reference: "2")], at: .sample)
            let day = CalendarDate("2027-02-03")!
            try await database.write { connection in
                try connection.write([ProgramWrite(.renamed(), .edited, side: .draft, expecting: .version(0))], by: .system, at: .sample)
            }
            let written = try await database.write { connection in
                try connection.revise(["p1", "p2", "absent"], .confirmed, by: .account("a"), at: .sample) {
                    if $0.reference == "WLD-1" { $0.lastConfirmed = day }
                }
            }
            try expectEqual(written?.versions, ["p1": 4])
            let sheet = try await database.read { try $0.sheet("p1") }
            try expectEqual(sheet?.standing.lastConfirmed, day)
            try expectEqual(sheet?.draft?.lastConfirmed, day)
            try expectEqual(sheet?.draft?.title, Program.renamed().title)
            try expectEqual(
                try await database.write { try $0.revise(["p1"], .confirmed, by: .system, at: .sample) { $0.lastConfirmed = day } }, nil)
        },
        ContractTest("many programs are written in one go, each with its entry") { database in
            let store = try await database.programStore()
            let programs = (0..<450).map { Program.sample(Program.ID("p\($0)"), reference: "R\($0)") }
            let written = try await database.write {
                try $0.write(programs.map { ProgramWrite($0, .imported, expecting: .absent) }, by: .system, at: .sample)
            }
            try expectEqual(written.versions.count, 450)
            try expectEqual(Set(try await store.all()), Set(programs))
            try expectEqual(try await database.read { try $0.sheets(programs.map(\.id)).map(\.version) }, Array(repeating: 1, count: 450))
        },
    ]
}

extension Program {
    fileprivate static func renamed(_ title: String = "Another title") -> Program {
        var program = Program.sample()
        program.title = LocalizedText(en: title)
        return program
    }
}
