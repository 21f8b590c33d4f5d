import Domain
import Storage

extension ContractTest {
    static let directory = [
        ContractTest("an entry is listed once it is verified, with what it is about, and hidden while it pauses") { database in
            try await prepare(database)
            var entry = DirectoryEntry.sample()
            try await database.write { [entry] in try $0.insert(entry, under: "link") }
            try expectEqual(try await database.read { try $0.directoryEntry(under: "link", at: .sample) }, Optional(entry))
            try expectEqual(try await database.read { try $0.listedEntries(for: "cedar-college", at: .sample) }, [])
            entry.confirmedAt = .sample
            try await database.write { [entry] in
                try $0.update(entry)
                try $0.setToken("own", of: entry.id)
            }
            try expectEqual(try await database.read { try $0.directoryEntry(under: "link", at: .sample) }, nil)
            try expectEqual(try await database.read { try $0.listedEntries(for: "cedar-college", at: .sample) }, [entry])
            try expectEqual(try await database.read { try $0.directoryEntry(of: DirectoryEntry.sample().email) }, Optional(entry))
            try expectEqual(try await database.read { try $0.listedEntries(for: "cedar-college", at: .end) }, [])
            entry.isPaused = true
            entry.regions = []
            try await database.write { [entry] in try $0.update(entry) }
            try expectEqual(try await database.read { try $0.listedEntries(for: "cedar-college", at: .sample) }, [])
            try expectEqual(try await database.read { try $0.listedEntries(for: nil, at: .sample) }, [entry])
        },
        ContractTest("one address has one verified entry, and any number that wait") { database in
            try await prepare(database)
            var first = DirectoryEntry.sample()
            first.confirmedAt = .sample
            try await database.write { [first] in
                try $0.insert(first, under: "1")
                try $0.insert(.sample("e2"), under: "2")
                try $0.insert(.sample("e3"), under: "3")
            }
            var second = DirectoryEntry.sample("e2")
            second.confirmedAt = .sample
            try await expectError {
                try await database.write { [second] in try $0.update(second) }
            } _: {
                if case .unique = $0 { true } else { false }
            }
            try expectEqual(try await database.write { try $0.eraseUnconfirmedEntries(at: .end) }, 2)
            try expectEqual(try await database.read { try $0.expiredEntries(at: .end).map(\.id) }, ["e1"])
        },
        ContractTest("a refusal hides an entry from one institution, takes waiting mail back, and counts once") { database in
            try await prepare(database)
            try await database.write { connection in
                try connection.insertListed()
                try connection.insertOutreach()
            }
            try expectEqual(try await database.write { try $0.refuse("cedar-college", for: "e1", at: .sample) }, true)
            try expectEqual(try await database.write { try $0.refuse("cedar-college", for: "e1", at: .sample) }, false)
            try expectEqual(try await database.read { try $0.listedEntries(for: "cedar-college", at: .sample) }, [])
            try expectEqual(try await database.read { try $0.listedEntries(for: "oak", at: .sample).map(\.id) }, ["e1"])
            try expectEqual(try await database.read { try $0.query("SELECT 1 FROM outbox").count }, 0)
            try expectEqual(try await database.read { try $0.refusals(of: "e1") }, ["cedar-college"])
            try expectEqual(try await database.write { try $0.allow("cedar-college", for: "e1") }, true)
            try expectEqual(try await database.write { try $0.allow("cedar-college", for: "e1") }, false)
        },
        ContractTest("what was written is found by its link, by who wrote and by who got it, and goes with them") { database in
            try await prepare(database)
            try await database.write { connection in
                try connection.insertListed()
                try connection.insertOutreach()
            }
            let before = Timestamp(milliseconds: Timestamp.sample.milliseconds - 1)
            try expectEqual(try await database.read { try $0.outreach(endedBy: "end")?.entry }, "e1")
            try expectEqual(try await database.read { try $0.outreach(endedBy: "else") }, nil)
            try expectEqual(try await database.read { try $0.lastOutreach(to: "e1", from: "cedar-college") }, .sample)
            try expectEqual(try await database.read { try $0.lastOutreach(to: "e1", from: "oak") }, nil)
            try expectEqual(try await database.read { try $0.lastOutreach(from: "cedar-college") }, ["e1": .sample])
            try expectEqual(try await database.read { try $0.countOutreach(from: "cedar-college", since: before) }, 1)
            try expectEqual(try await database.read { try $0.outreach(to: "e1") }, [.sample])
            try expectEqual(try await database.read { try $0.outreach(from: "cedar-college").map(\.count) }, [1])
            try expectEqual(try await database.write { try $0.eraseDirectoryEntry("e1") }, true)
            try expectEqual(try await database.read { try $0.outreach(from: "cedar-college").count }, 0)
            try expectEqual(try await database.read { try $0.query("SELECT 1 FROM outbox").count }, 0)
        },
        ContractTest("what was refused from an institution is refused from the one it becomes a part of") { database in
            try await prepare(database)
            try await InstitutionStore(database).save([.sample("oak")], at: .sample)
            try await database.write { connection in
                try connection.insertListed()
                try connection.insertOutreach()
                try connection.refuse("cedar-college", for: "e1", at: .sample)
                try connection.moveBelongings(of: "cedar-college", to: "oak")
            }
            try expectEqual(try await database.read { Set(try $0.refusals(of: "e1")) }, ["cedar-college", "oak"])
            try expectEqual(try await database.read { try $0.listedEntries(for: "oak", at: .sample) }, [])
            try expectEqual(try await database.read { try $0.outreach(from: "oak").map(\.count) }, [1])
            try expectEqual(try await database.read { try $0.lastOutreach(to: "e1", from: "oak") }, .sample)
        },
        ContractTest("consents are found by an address until it is forgotten; the lines stay and name nobody") { database in
            try await prepare(database)
            let given = ConsentRecord(.directory, .given, by: .link, at: .sample, wording: "2026-11", in: .fr)
            let later = Timestamp(milliseconds: Timestamp.sample.milliseconds + 5)
            let refused = ConsentRecord(.outreach, .withdrawn, by: .oneClick, at: later, from: "cedar-college")
            try await database.write { connection in
                try connection.append([given], of: "hash", newSubject: "s1") { UUIDv7.make(at: $0) }
                try connection.append([refused], of: "hash", newSubject: "s2") { UUIDv7.make(at: $0) }
                try connection.append([given], of: "other", newSubject: "s3") { UUIDv7.make(at: $0) }
                try connection.append([], of: "nobody", newSubject: "s4") { UUIDv7.make(at: $0) }
            }
            try expectEqual(try await database.read { try $0.consents(of: "hash") }, [given, refused])
            try expectEqual(try await database.read { try $0.query("SELECT 1 FROM consent_subject").count }, 2)
            try await database.write { try $0.forgetSubject(of: "hash") }
            try expectEqual(try await database.read { try $0.consents(of: "hash") }, [])
            try expectEqual(try await database.read { try $0.query("SELECT 1 FROM consent_record").count }, 3)
            try await database.write { try $0.append([given], of: "hash", newSubject: "s5") { UUIDv7.make(at: $0) } }
            try expectEqual(try await database.read { try $0.consents(of: "hash") }, [given])
            try expectEqual(try await database.write { try $0.forgetSubjects(silentSince: .sample) }, 2)
        },
        ContractTest("a link to one's data takes the place of the one before, and ends") { database in
            try await prepare(database)
            let email = EmailAddress("ana@usine.example")!
            try await database.write { connection in
                try connection.insertDataLink("first", of: email, addressHash: "hash", until: .end)
                try connection.insertDataLink("second", of: email, addressHash: "hash", until: .end)
            }
            try expectEqual(try await database.read { try $0.emailOfDataLink("first", at: .sample) }, nil)
            try expectEqual(try await database.read { try $0.emailOfDataLink("second", at: .sample) }, Optional(email))
            try expectEqual(try await database.read { try $0.emailOfDataLink("second", at: .end) }, nil)
            try expectEqual(try await database.write { try $0.eraseDataLinks(expiredAt: .end) }, 1)
        },
    ]

    private static func prepare(_ database: any SQLDatabase) async throws {
        try await Migrator().migrate(database, at: .sample)
        try await InstitutionStore(database).save([.sample()], at: .sample)
    }
}

extension Timestamp {
    /// When the samples are over.
    fileprivate static let end = Timestamp(milliseconds: sample.milliseconds + 1_000)
}

extension SQLConnection {
    fileprivate func insertListed() throws {
        var entry = DirectoryEntry.sample()
        entry.confirmedAt = .sample
        try insert(entry, under: "own")
    }

    /// One letter to the sample entry, with its mail.
    fileprivate func insertOutreach() throws {
        try insert(OutreachLetter.sample)
        try insert(
            OutreachDelivery(id: "d1", letter: "l1", entry: "e1", institution: "cedar-college", mail: "m1", sentAt: .sample), endHash: "end"
        )
        try enqueue(
            [
                OutgoingMail(
                    id: "m1", kind: "outreach", recipient: EmailAddress("ana@usine.example")!, language: .fr, subject: "s", text: "t",
                    html: "h",
                    unsubscribe: "https://portal.example/x")
            ], at: .sample)
    }
}

extension DirectoryEntry {
    fileprivate static func sample(_ id: ID = "e1") -> DirectoryEntry {
        DirectoryEntry(
            id: id, language: .fr, organisation: "Usine", contact: "Ana", email: EmailAddress("ana@usine.example")!,
            interests: [.trainStaff, .workPlacements], industries: ["31-33", "62"], regions: ["3530"], note: "Robots\net soudage",
            consent: "2026-11", createdAt: .sample, expiresAt: .end)
    }
}

extension OutreachLetter {
    fileprivate static let sample = OutreachLetter(
        id: "l1", institution: "cedar-college", account: "a1", author: "Edith", replyTo: EmailAddress("edith@cedar.example")!,
        postal: "1 Main Street", subject: "Welding", text: "Two\nlines", sentAt: .sample)
}
