import Domain
import Storage

extension ContractTest {
    static let exchange = [
        ContractTest("a file of any size comes back byte for byte, with its corrections, and for its institution alone") { database in
            let store = try await readyForImports(database)
            let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await store.add(.sample("1", bytes: bytes.count), bytes)
            try expectEqual(try await store.file("1").bytes == bytes, true)
            try expectEqual(try await store.job("1", of: "cedar"), .sample("1", bytes: bytes.count))
            try expectEqual(try await store.job("1", of: "elm"), nil)
            try expectEqual(try await store.jobs(of: "cedar").map(\.id), ["1"])
            try expectEqual(try await store.jobs(of: "elm"), [])
        },
        ContractTest("one node has a job, as long as it gives signs of life; the one that waited longest comes first") { database in
            let store = try await readyForImports(database)
            try await store.add(.sample("2", at: importLater(1)), [1])
            try await store.add(.sample("1"), [1])
            let queue = ImportQueue(database)
            let first = try await queue.claim(at: importLater(2), leasedUntil: importLater(10))
            try expectEqual(first?.job.id, "1")
            try expectEqual(first?.job.state, .running)
            try expectEqual(try await queue.claim(at: importLater(2), leasedUntil: importLater(10))?.job.id, "2")
            try expectEqual(try await queue.claim(at: importLater(9), leasedUntil: importLater(20))?.job.id, nil)
            if let first { try await queue.beat(first, leasedUntil: importLater(30), progress: 512) }
            try expectEqual(try await store.job("1", of: "cedar")?.progress, 512)
            // The other one's node is dead: it is begun anew.
            let again = try await queue.claim(at: importLater(10), leasedUntil: importLater(40))
            try expectEqual(again?.job.id, "2")
            try expectEqual(again?.attempts, 2)
            try expectEqual(try await queue.claim(at: importLater(29), leasedUntil: importLater(50))?.job.id, nil)
        },
        ContractTest("a run that another node has by now ends nothing") { database in
            let store = try await readyForImports(database)
            try await store.add(.sample("1"), [1])
            let queue = ImportQueue(database)
            guard let slow = try await queue.claim(at: .sample, leasedUntil: importLater(1)),
                let quick = try await queue.claim(at: importLater(2), leasedUntil: importLater(9))
            else { throw ContractViolation(description: "no job is there to take") }
            var counts = ImportJob.Counts()
            counts.new = 3
            let findings: [ImportFindingKind: [String]] = [.new: ["{\"a\": 1}", "b"], .error: []]
            try expectEqual(
                try await queue.compared(slow, counts: counts, lastChange: 5, findings: [:], isAnew: false, at: importLater(3)), false)
            try expectEqual(
                try await queue.compared(quick, counts: counts, lastChange: 7, findings: findings, isAnew: true, at: importLater(3)), true)
            try expectEqual(try await database.write { try $0.importIsDone(slow, at: importLater(4)) }, false)
            try await queue.fail(slow, at: importLater(4))
            let job = try await store.job("1", of: "cedar")
            try expectEqual(job?.state, .ready)
            try expectEqual(job?.counts, counts)
            try expectEqual(job?.lastChange, 7)
            try expectEqual(job?.isComparedAnew, true)
            try expectEqual(try await store.findings("1", of: "cedar", .new, limit: 10), ["{\"a\": 1}", "b"])
            try expectEqual(try await store.findings("1", of: "cedar", .new, from: 1, limit: 10), ["b"])
            try expectEqual(try await store.findings("1", of: "elm", .new, limit: 10), [])
        },
        ContractTest("what is asked of a job is done once it was compared, at its own institution, and not after it is over") { database in
            let store = try await readyForImports(database)
            try await store.add(.sample("1"), [1])
            let cells = [(row: 2, column: "hours", text: "12"), (row: 9, column: "url", text: "https://é.example")]
            try expectEqual(try await store.correct("1", of: "cedar", cells, at: importLater(1)), false)
            try await compare("1", database)
            try expectEqual(try await store.correct("1", of: "elm", cells, at: importLater(1)), false)
            try expectEqual(try await store.ask(.apply, "1", of: "elm", at: importLater(1)), false)
            try expectEqual(try await store.correct("1", of: "cedar", cells, at: importLater(1)), true)
            try await compare("1", database)
            try expectEqual(try await store.correct("1", of: "cedar", [(row: 2, column: "hours", text: "13")], at: importLater(1)), true)
            let corrections = try await store.file("1").corrections.sorted { $0.row < $1.row }
            try expectEqual(corrections.map { "\($0.row) \($0.column) \($0.text)" }, ["2 hours 13", "9 url https://é.example"])
            try await compare("1", database)
            try expectEqual(
                try await store.replaceFile(of: "1", at: "elm", name: "b.xlsx", format: "xlsx", [2, 3], at: importLater(5)), false)
            try expectEqual(
                try await store.replaceFile(of: "1", at: "cedar", name: "b.xlsx", format: "xlsx", [2, 3], at: importLater(5)), true)
            try expectEqual(try await store.file("1").bytes, [2, 3])
            try expectEqual(try await store.file("1").corrections.count, 0)
            try await compare("1", database)
            try expectEqual(try await store.ask(.apply, "1", of: "cedar", at: importLater(1)), true)
            guard let claim = try await ImportQueue(database).claim(at: importLater(6), leasedUntil: importLater(9)) else {
                throw ContractViolation(description: "nobody can write the job")
            }
            try expectEqual(claim.job.act, .apply)
            try expectEqual(try await database.write { try $0.importIsDone(claim, at: importLater(7)) }, true)
            try expectEqual(try await store.job("1", of: "cedar")?.state, .done)
            try expectEqual(try await store.ask(.apply, "1", of: "cedar", at: importLater(8)), false)
        },
        ContractTest("jobs are erased when their time is over, with everything that was kept of them") { database in
            let store = try await readyForImports(database)
            try await store.add(.sample("1"), [1])
            try await compare("1", database)
            _ = try await store.correct("1", of: "cedar", [(row: 2, column: "hours", text: "12")], at: importLater(1))
            try await compare("1", database)
            try expectEqual(try await store.eraseExpired(at: importLater(99)), 0)
            try expectEqual(try await store.eraseExpired(at: importLater(100)), 1)
            for table in ["import_job", "import_piece", "import_finding", "import_correction", "import_heartbeat"] as [SQL] {
                try expectEqual(try await database.read { try $0.query("SELECT 1 AS one FROM " + table).count }, 0)
            }
        },
        ContractTest("a key is found by its hash until it is revoked by its own institution") { database in
            _ = try await readyForImports(database)
            let keys = InstitutionKeyStore(database)
            let key = InstitutionKey(
                id: "k", institution: "cedar", name: "Système d’étudiants", scope: .write, createdAt: .sample, createdBy: "ana")
            try await database.write { try $0.add(key, under: "hash") }
            try expectEqual(try await keys.key(under: "hash"), key)
            try expectEqual(try await keys.key(under: "other"), nil)
            try await keys.touch("k", at: importLater(3))
            try expectEqual(try await keys.keys(of: "cedar").map(\.usedAt), [importLater(3)])
            try expectEqual(try await keys.keys(of: "elm").count, 0)
            try expectEqual(try await database.write { try $0.revoke("k", of: "elm", at: importLater(4)) }, false)
            try expectEqual(try await database.write { try $0.revoke("k", of: "cedar", at: importLater(4)) }, true)
            try expectEqual(try await database.write { try $0.revoke("k", of: "cedar", at: importLater(5)) }, false)
            try expectEqual(try await keys.key(under: "hash"), nil)
            try expectEqual(try await keys.keys(of: "cedar").map(\.revokedAt), [importLater(4)])
            try expectEqual(try await database.read { try $0.openKeyCount(of: "cedar") }, 0)
            try await expectError {
                try await database.write { connection in try connection.add(key, under: "hash") }
            } _: {
                if case .unique = $0 { true } else { false }
            }
        },
        ContractTest("sites that show an institution's programs are its own") { database in
            _ = try await readyForImports(database)
            let store = EmbedHostStore(database)
            let host = EmbedHost("www.cedar.example")!
            try expectEqual(try await database.write { try $0.add(host, for: "cedar", at: .sample) }, true)
            try expectEqual(try await database.write { try $0.add(host, for: "cedar", at: .sample) }, false)
            try expectEqual(try await store.hosts(of: "cedar"), [host])
            try expectEqual(try await store.hosts(of: "elm"), [])
            try expectEqual(try await database.write { try $0.remove(host, of: "elm") }, false)
            try expectEqual(try await database.write { try $0.remove(host, of: "cedar") }, true)
            try expectEqual(try await store.hosts(of: "cedar"), [])
        },
        ContractTest("programs written since a moment are found by the log, and all of them where it does not reach") { database in
            _ = try await readyForImports(database)
            let programs = ["a", "b", "c"].map {
                Program(
                    id: Program.ID($0), institution: "cedar", reference: $0.uppercased(), title: LocalizedText(en: $0),
                    url: "https://x.example")
            }
            try await ProgramStore(database).save(programs, at: importLater(1))
            try await ProgramStore(database).save([programs[1]], at: importLater(5))
            let written = { (time: Timestamp, after: String) in
                try await database.read {
                    try $0.programs(of: "cedar", writtenSince: time, after: after, most: 10).map(\.reference)
                }
            }
            try expectEqual(try await written(importLater(5), ""), ["B"])
            try expectEqual(try await written(importLater(1), ""), ["A", "B", "C"])
            try expectEqual(try await written(importLater(1), "A"), ["B", "C"])
            try expectEqual(try await written(importLater(6), ""), [])
            _ = try await ChangeLog(database).forget(allBut: 1)
            try expectEqual(try await written(importLater(2), ""), ["A", "B", "C"])
            try expectEqual(try await written(importLater(6), ""), [])
        },
    ]
}

private func importLater(_ seconds: Int) -> Timestamp { Timestamp(milliseconds: Timestamp.sample.milliseconds + Int64(seconds) * 1_000) }

private func readyForImports(_ database: any SQLDatabase) async throws -> ImportJobStore {
    try await Migrator().migrate(database, at: .sample)
    try await InstitutionStore(database).save(
        ["cedar", "elm"].map {
            Institution(
                id: Institution.ID($0), name: LocalizedText(en: $0), kind: .college, url: "https://x.example", place: Place(city: "Sudbury")
            )
        }, at: .sample)
    return ImportJobStore(database)
}

private func compare(_ job: ImportJob.ID, _ database: any SQLDatabase) async throws {
    let queue = ImportQueue(database)
    guard let claim = try await queue.claim(at: importLater(2), leasedUntil: importLater(9)) else {
        throw ContractViolation(description: "nobody can compare the job")
    }
    try await queue.compared(
        claim, counts: ImportJob.Counts(), lastChange: 1, findings: [.missing: ["{}"]], isAnew: false, at: importLater(3))
}

extension ImportJob {
    fileprivate static func sample(_ id: ID, bytes: Int = 1, at time: Timestamp = .sample) -> ImportJob {
        ImportJob(
            id: id, institution: "cedar", account: "ana", fileName: "a.csv", format: "csv", byteCount: bytes, act: .compare,
            state: .waiting,
            lastChange: 0, isComparedAnew: false, counts: Counts(), createdAt: time, changedAt: time, expiresAt: importLater(100),
            progress: 0)
    }
}
