import Domain
import Storage

extension ContractTest {
    static let operating = [
        ContractTest("an institution keeps its region, its contact and the day it closed") { database in
            try await Migrator().migrate(database, at: .sample)
            var cedar = Institution.sample()
            (cedar.region, cedar.contact, cedar.closedOn) = ("3560", EmailAddress("ana@cedar.example"), CalendarDate("2027-02-03"))
            try await InstitutionStore(database).save([cedar, .sample("elm")], at: .sample)
            try expectEqual(try await InstitutionStore(database).institution("cedar-college"), cedar)
            try expectEqual(try await InstitutionStore(database).institution("elm"), .sample("elm"))
        },
        ContractTest("documents, the picture and lists come back as they were last written") { database in
            try await Migrator().migrate(database, at: .sample)
            try await database.write { connection in
                try connection.setPortalDocument("branding", to: "{}")
                try connection.setPortalDocument("branding", to: "{\"é\":1}")
                try connection.setPortalPicture(("a", "image/png", [1]))
                try connection.setPortalPicture(("b", "image/svg+xml", [0, 255]))
                try connection.replaceCuratedLists(with: [StoredList(id: "x", isPublished: true, content: "1")])
                try connection.replaceCuratedLists(
                    with: [StoredList(id: "z", isPublished: false, content: "2"), StoredList(id: "a", isPublished: true, content: "3")])
            }
            try await database.read { connection in
                try expectEqual(try connection.portalDocument("branding"), "{\"é\":1}")
                try expectEqual(try connection.portalDocument("choices"), nil)
                try expectEqual(try connection.portalPicture("a"), nil)
                try expectEqual(try connection.portalPicture("b"), [0, 255])
                try expectEqual(try connection.curatedLists().map(\.id), ["z", "a"])
                try expectEqual(try connection.curatedLists().map(\.isPublished), [false, true])
            }
        },
        ContractTest("every version of a page is kept, and the last one of each language counts") { database in
            try await Migrator().migrate(database, at: .sample)
            let versions = [
                PageVersion(page: "terms", language: .en, number: 1, title: "A", content: "a", at: .sample, actor: .account("x")),
                PageVersion(page: "terms", language: .en, number: 2, title: "B", content: "b", at: .sample, actor: .portal),
                PageVersion(page: "terms", language: .fr, number: 1, title: "C", content: "é", at: .sample, actor: .portal),
                PageVersion(page: "help", language: .en, number: 1, title: "D", content: "", at: .sample, actor: .commandLine),
            ]
            try await database.write { connection in for version in versions { try connection.add(version) } }
            try await database.read { connection in
                try expectEqual(try connection.currentPages(), [versions[3], versions[1], versions[2]])
                try expectEqual(try connection.versions(ofPage: "terms", .en), [versions[1], versions[0]])
            }
            try await expectError {
                try await database.write { try $0.add(versions[0]) }
            } _: {
                if case .unique = $0 { true } else { false }
            }
        },
        ContractTest("what belongs to an institution goes to another, and its addresses with it") { database in
            try await Migrator().migrate(database, at: .sample)
            try await InstitutionStore(database).save([.sample("old"), .sample("older"), .sample("new")], at: .sample)
            try await ProgramStore(database).save([.sample("p", of: "old", reference: "R")], at: .sample)
            let host = EmbedHost("www.cedar.example")!
            let day = CalendarDate("2026-11-01")!
            try await ActivityStore(database).add([
                ActivityCount(day: day, kind: "view", subject: "p", institution: "old", language: .en, count: 2, visitors: 1),
                ActivityCount(day: day, kind: "view", subject: "p", institution: "new", language: .en, count: 3, visitors: 1),
            ])
            try await database.write { connection in
                _ = try connection.add(host, for: "old", at: .sample)
                _ = try connection.add(host, for: "new", at: .sample)
                try connection.replace("older", by: "old", at: .sample)
            }
            try await database.write { connection in
                try expectEqual(try connection.belongings(of: "old").hosts, 1)
                try connection.rekey([("p", "R-old")], to: "new")
                try connection.moveBelongings(of: "old", to: "new")
                try connection.replace("old", by: "new", at: .sample)
            }
            try await database.read { connection in
                try expectEqual(try connection.institutions().map(\.id), ["new"])
                try expectEqual(try connection.programKeys(of: "new").map(\.reference), ["R-old"])
                try expectEqual(try connection.successors(), ["old": "new", "older": "new"])
                try expectEqual(try connection.embedHosts(of: "new"), [host])
            }
            let counts = try await ActivityStore(database).counts(in: day...day)
            try expectEqual(counts.map(\.count), [5])
        },
        ContractTest("a change of the portal comes back from the log") { database in
            try await Migrator().migrate(database, at: .sample)
            try await database.write { _ = try $0.appendChanges([.portal("lists")], at: .sample) }
            try expectEqual(try await ChangeLog(database).changes(since: 0).map(\.subject), [.portal("lists")])
        },
    ]
}
