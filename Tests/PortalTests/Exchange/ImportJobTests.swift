import Domain
import Foundation
import LabourMarket
import Logging
import Matching
import Storage
import StorageSQLite
import Testing

@testable import Portal

/// Files of institutions, from the upload to what was written.
@Suite struct ImportJobTests {
    /// A portal with two institutions and staff of both.
    private struct Desk {
        let portal: SmallPortal
        let services: PortalServices
        let exchange: ExchangeServices
        let run: RunImports
        let ana: SignedIn
        let stranger: SignedIn

        static let head = "institution,reference,title_en,url,hours\n"

        init() async throws {
            portal = try await SmallPortal()
            try await InstitutionStore(portal.database).save(
                [
                    Institution(
                        id: "elm", name: LocalizedText(en: "Elm"), kind: .college, url: "https://elm.example", place: Place(city: "Timmins")
                    )
                ],
                at: portal.clock.now)
            services = try await portal.services()
            exchange = try #require(services.exchange)
            run = RunImports(services, exchange, clock: portal.clock, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
            ana = SignedIn.sample("ana", Membership(.editor, at: "cedar-college")!)
            stranger = SignedIn.sample("zoe", Membership(.manager, at: "elm")!)
        }

        func upload(_ text: String, _ name: String = "programs.csv") async throws -> ImportJob {
            let id = try await exchange.imports.begin(Array(text.utf8), named: name, at: "cedar-college", by: ana)
            #expect(try await run.turn())
            return try await job(id)
        }

        func job(_ id: ImportJob.ID) async throws -> ImportJob {
            try #require(try await exchange.imports.store.job(id, of: "cedar-college"))
        }

        func errors(_ job: ImportJob) async throws -> [ImportFinding.ErrorRow] {
            ImportFinding.read(try await exchange.imports.store.findings(job.id, of: "cedar-college", .error, limit: .max))
        }

        func confirm(_ job: ImportJob) async throws -> ImportJob {
            try await exchange.imports.confirm(job.id, at: "cedar-college", by: ana)
            while try await run.turn() {}
            return try await self.job(job.id)
        }

        var programs: [Program] { get async throws { try await ProgramStore(portal.database).all() } }
    }

    @Test func `a file is compared first, and written when somebody agrees; searches find it at once`() async throws {
        let desk = try await Desk()
        var job = try await desk.upload(
            Desk.head + "cedar-college,A,Welding,https://cedar.example/a,12\ncedar-college,B,Cutting,https://cedar.example/b,\n")
        #expect(job.state == .ready)
        #expect(job.counts.new == 2 && job.counts.errors == 0 && job.counts.rows == 2)
        #expect(try await desk.programs.isEmpty)
        job = try await desk.confirm(job)
        #expect(job.state == .done)
        #expect(try await desk.programs.count == 2)
        #expect(desk.services.catalogue.current.programs(of: "cedar-college").count == 2)
        let acts = try await AuditLog(desk.portal.database).entries(at: "cedar-college").map(\.entry)
        #expect(acts.map(\.act.rawValue) == ["programs.imported"])
        #expect(acts.map(\.actor) == [.account("ana")])

        var again = try await desk.upload(
            Desk.head + "cedar-college,A,Welding,https://cedar.example/a,14\ncedar-college,B,Cutting,https://cedar.example/b,\n")
        #expect(again.counts.changed == 1 && again.counts.unchanged == 1)
        let changed: [ImportFinding.Changed] = ImportFinding.read(
            try await desk.exchange.imports.store.findings(again.id, of: "cedar-college", .changed, limit: 9))
        #expect(changed.first?.differences.map(\.column) == ["hours"])
        #expect(changed.first?.differences.map(\.before) == ["12"] && changed.first?.differences.map(\.after) == ["14"])
        again = try await desk.confirm(again)
        #expect(again.state == .done)
        // What is over cannot be agreed to twice.
        await #expect(throws: ImportDesk.Refusal.notNow) {
            try await desk.exchange.imports.confirm(again.id, at: "cedar-college", by: desk.ana)
        }
    }

    @Test func `mistakes are corrected cell by cell, also in a column the file does not have`() async throws {
        let desk = try await Desk()
        var job = try await desk.upload("reference,title_en,hours\nA,Welding,twelve\nB,Cutting,3\n")
        #expect(job.state == .ready && job.counts.errorRows == 2)
        var errors = try await desk.errors(job)
        #expect(errors.map(\.row) == [2, 3])
        #expect(errors.first?.cells == ["hours": "twelve", "url": ""])
        await #expect(throws: ImportDesk.Refusal.notNow) {
            try await desk.exchange.imports.confirm(job.id, at: "cedar-college", by: desk.ana)
        }
        try await desk.exchange.imports.correct(
            job.id, [(2, "hours", "12"), (2, "url", "https://cedar.example/a"), (3, "url", "nowhere")], at: "cedar-college", by: desk.ana)
        #expect(try await desk.run.turn())
        job = try await desk.job(job.id)
        errors = try await desk.errors(job)
        #expect(errors.map(\.row) == [3] && errors.first?.cells == ["url": "nowhere"])
        try await desk.exchange.imports.correct(job.id, [(3, "url", "https://cedar.example/b")], at: "cedar-college", by: desk.ana)
        #expect(try await desk.run.turn())
        job = try await desk.confirm(try await desk.job(job.id))
        #expect(job.state == .done)
        #expect(Set(try await desk.programs.map(\.url)) == ["https://cedar.example/a", "https://cedar.example/b"])
        #expect(try await desk.programs.first { $0.reference == "A" }?.hours == 12)
    }

    @Test(arguments: [ProgramTableFormat.csv, .xlsx])
    func `the returned file says what is wrong, keeps what was corrected, and is read again`(format: ProgramTableFormat) async throws {
        let desk = try await Desk()
        let job = try await desk.upload(
            Desk.head + "cedar-college,A,Welding,https://cedar.example/a,twelve\ncedar-college,B,=Cutting,https://cedar.example/b,x\n")
        try await desk.exchange.imports.correct(job.id, [(2, "hours", "12")], at: "cedar-college", by: desk.ana)
        #expect(try await desk.run.turn())
        let bytes = try await desk.exchange.returnFile(try await desk.job(job.id), format: format, sheet: "x") { $0.description }
        let rows: [[String]]
        if format == .csv {
            let table = try DelimitedText(bytes, name: "returned")
            rows = table.rows.map { row in table.columns.map { name in row[name] ?? "" } }
            #expect(table.columns == ["institution", "reference", "title_en", "hours", "url", "ERRORS"])
        } else {
            let table = try WorkbookTable(bytes)
            #expect(table.columns == ["institution", "reference", "title_en", "hours", "url", "ERRORS"])
            rows = try #require(try table.next()).map { row in
                table.columns.indices.map { row.cells.indices.contains($0) ? row.cells[$0].text : "" }
            }
        }
        #expect(rows[0] == ["cedar-college", "A", "Welding", "12", "https://cedar.example/a", ""])
        #expect(rows[1][3] == "x" && rows[1][5].contains("is not a number above zero"))
        // As it came back, with the mistake corrected: the column of errors may stay.
        let corrected = format == .csv ? Array(String(decoding: bytes, as: UTF8.self).replacing(",x,", with: ",3,").utf8) : bytes
        try await desk.exchange.imports.replace(
            job.id, with: corrected, named: "programs.\(format.rawValue)", at: "cedar-college", by: desk.ana)
        #expect(try await desk.run.turn())
        let replaced = try await desk.job(job.id)
        #expect(replaced.counts.errorRows == (format == .csv ? 0 : 1))
        #expect(replaced.format == format.rawValue)
        guard format == .csv else { return }
        #expect(try await desk.confirm(replaced).state == .done)
        #expect(try await desk.programs.first { $0.reference == "B" }?.title.en == "=Cutting")
    }

    @Test func `a column somebody filled in for one row does not empty the others in the returned file`() async throws {
        let desk = try await Desk()
        try await desk.portal.save(
            Program(
                id: "p1", institution: "cedar-college", reference: "A", title: LocalizedText(en: "Old"), url: "https://cedar.example/old"))
        let job = try await desk.upload("reference,title_en\nA,New\nB,Other\n")
        try await desk.exchange.imports.correct(job.id, [(3, "url", "https://cedar.example/b")], at: "cedar-college", by: desk.ana)
        #expect(try await desk.run.turn())
        let bytes = try await desk.exchange.returnFile(try await desk.job(job.id), format: .csv, sheet: "x") { $0.description }
        let table = try DelimitedText(bytes, name: "returned")
        #expect(table.rows.map { $0["url"] } == ["https://cedar.example/old", "https://cedar.example/b"])
    }

    @Test func `nothing is written when a program of the file was changed since; the file is compared anew`() async throws {
        let desk = try await Desk()
        let mine = Program(
            id: "p1", institution: "cedar-college", reference: "A", title: LocalizedText(en: "Old"), url: "https://cedar.example/a")
        try await desk.portal.save(mine)
        var job = try await desk.upload(Desk.head + "cedar-college,A,New,https://cedar.example/a,\n")
        #expect(job.counts.changed == 1)
        var theirs = mine
        theirs.title = LocalizedText(en: "Theirs")
        try await desk.portal.save(theirs)
        job = try await desk.confirm(job)
        #expect(job.state == .ready && job.isComparedAnew)
        #expect(try await desk.programs.first?.title.en == "Theirs")
        let changed: [ImportFinding.Changed] = ImportFinding.read(
            try await desk.exchange.imports.store.findings(job.id, of: "cedar-college", .changed, limit: 9))
        #expect(changed.first?.differences.map(\.before) == ["Theirs"])
        job = try await desk.confirm(job)
        #expect(job.state == .done)
        #expect(try await desk.programs.first?.title.en == "New")
    }

    @Test func `what the file does not name stays, and is archived only after its list was shown and agreed to`() async throws {
        let desk = try await Desk()
        for reference in ["A", "B", "C"] {
            try await desk.portal.save(
                Program(
                    id: Program.ID(reference), institution: "cedar-college", reference: reference,
                    state: reference == "C" ? .archived : .published,
                    title: LocalizedText(en: reference), url: "https://cedar.example"))
        }
        var job = try await desk.upload(Desk.head + "cedar-college,A,A,https://cedar.example,9\n")
        #expect(job.counts.missing == 1)
        #expect(try await desk.exchange.archiveMissing.list(job).isEmpty)
        job = try await desk.confirm(job)
        #expect(try await desk.programs.first { $0.reference == "B" }?.state == .published)
        let list = try await desk.exchange.archiveMissing.list(job)
        #expect(list.map(\.reference) == ["B"])
        await #expect(throws: ImportDesk.Refusal.changedSince) { try await desk.exchange.archiveMissing(job, count: 2, by: desk.ana) }
        await #expect(throws: ImportDesk.Refusal.notAllowed) { try await desk.exchange.archiveMissing(job, count: 1, by: desk.stranger) }
        #expect(try await desk.exchange.archiveMissing(job, count: 1, by: desk.ana) == 1)
        #expect(try await desk.programs.first { $0.reference == "B" }?.state == .archived)
        #expect(try await desk.exchange.archiveMissing.list(job).isEmpty)
    }

    @Test func `rows of another institution are refused, whether it exists or not, and nobody from there comes near the job`() async throws
    {
        let desk = try await Desk()
        let job = try await desk.upload(
            Desk.head + "elm,A,One,https://x.example,\nnowhere,B,Two,https://x.example,\n,C,Three,https://x.example,\n")
        let errors = try await desk.errors(job)
        #expect(
            errors.flatMap { $0.errors.map(\.reason) } == [
                .otherInstitution("elm", own: "cedar-college"), .otherInstitution("nowhere", own: "cedar-college"),
            ])
        let imports = desk.exchange.imports
        #expect(try await imports.store.job(job.id, of: "elm") == nil)
        #expect(try await imports.store.findings(job.id, of: "elm", .error, limit: 9).isEmpty)
        await #expect(throws: ImportDesk.Refusal.notAllowed) { try await imports.confirm(job.id, at: "cedar-college", by: desk.stranger) }
        await #expect(throws: ImportDesk.Refusal.notNow) { try await imports.confirm(job.id, at: "elm", by: desk.stranger) }
        await #expect(throws: ImportDesk.Refusal.notNow) {
            try await imports.correct(job.id, [(2, "hours", "1")], at: "elm", by: desk.stranger)
        }
        await #expect(throws: ImportDesk.Refusal.notNow) {
            try await imports.replace(job.id, with: [65], named: "a.csv", at: "elm", by: desk.stranger)
        }
        try await imports.store.erase(job.id, of: "elm")
        #expect(try await imports.store.job(job.id, of: "cedar-college") != nil)
    }

    @Test func `a job whose node died is done by another, and one that ends every node is given up`() async throws {
        let desk = try await Desk()
        let id = try await desk.exchange.imports.begin(
            Array((Desk.head + "cedar-college,A,One,https://x.example,\n").utf8), named: "a.csv", at: "cedar-college", by: desk.ana)
        let queue = ImportQueue(desk.portal.database)
        let now = desk.portal.clock.now
        let dead = try #require(try await queue.claim(at: now, leasedUntil: Timestamp(milliseconds: now.milliseconds + 30_000)))
        #expect(try await !desk.run.turn())
        desk.portal.watch.advance(hours: 1)
        #expect(try await desk.run.turn())
        #expect(try await desk.job(id).state == .ready)
        #expect(try await !queue.compared(dead, counts: ImportJob.Counts(), lastChange: 0, findings: [:], isAnew: false, at: now))

        let other = try await desk.exchange.imports.begin([65], named: "a.csv", at: "cedar-college", by: desk.ana)
        for _ in 0..<3 {
            let time = desk.portal.clock.now
            _ = try await queue.claim(at: time, leasedUntil: time)
        }
        #expect(try await desk.run.turn())
        #expect(try await desk.job(other).state == .failed)
    }

    @Test func `a file of another kind, or an empty one, is not taken`() async throws {
        let desk = try await Desk()
        await #expect(throws: ImportDesk.Refusal.otherKind) {
            try await desk.exchange.imports.begin([37, 80, 68, 70], named: "programs.pdf", at: "cedar-college", by: desk.ana)
        }
        await #expect(throws: ImportDesk.Refusal.emptyFile) {
            try await desk.exchange.imports.begin([], named: "programs.csv", at: "cedar-college", by: desk.ana)
        }
        let job = try await desk.upload("\u{0}\u{1}binary", "C:\\files\\nonsense.csv")
        #expect(job.fileName == "nonsense.csv")
        #expect(try await desk.errors(job).first?.row == nil)
        #expect(job.counts.errors == 1)
    }

    @Test func `ten thousand rows with mistakes in two hundred are comfortable`() async throws {
        let desk = try await Desk()
        var text = "reference,title_en,title_fr,description_en,url,hours,offerings\n"
        for index in 0..<10_000 {
            let hours = index % 50 == 7 ? "many" : "\(10 + index % 30)"
            let description = String(repeating: "What one learns here; told at some length. ", count: 20)
            text += "R\(index),Program \(index),Programme \(index),\(description),https://cedar.example/\(index),\(hours),"
            text += "2027-01-12..2027-03-02; in-person; Sudbury P3E 2C6; en; 450.00\n"
        }
        let clock = ContinuousClock()
        let start = clock.now
        var job = try await desk.upload(text)
        let compared = clock.now
        #expect(job.counts.errorRows == 200 && job.counts.new == 9_800 && job.counts.rows == 10_000)
        let errors = try await desk.errors(job)
        #expect(errors.count == 200)
        try await desk.exchange.imports.correct(
            job.id, errors.map { ($0.row ?? 0, "hours", "24") }, at: "cedar-college", by: desk.ana)
        #expect(try await desk.run.turn())
        let corrected = clock.now
        job = try await desk.job(job.id)
        #expect(job.counts.errors == 0 && job.counts.new == 10_000)
        job = try await desk.confirm(job)
        #expect(job.state == .done)
        #expect(try await ProgramStore(desk.portal.database).count() == 10_000)
        print(
            "10,000 rows, \(text.utf8.count >> 10) KB: compared in \(compared - start), corrected and compared in \(corrected - compared), written in \(clock.now - corrected)"
        )
    }
}

extension SignedIn {
    /// Somebody with one role, without having signed in.
    static func sample(_ name: String, _ membership: Membership) -> SignedIn {
        let account = Account(
            id: Account.ID(name), email: EmailAddress("\(name)@staff.example")!, name: name, language: .en, state: .active)
        let now = Timestamp(milliseconds: 1_795_453_200_000)
        return SignedIn(
            account: account, memberships: [membership],
            session: AccountSession(id: name, account: account.id, stage: .full, createdAt: now, seenAt: now, expiresAt: now, device: ""),
            token: .random(), hasSecondFactor: true)
    }
}
