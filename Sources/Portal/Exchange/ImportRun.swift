import Domain
import Synchronization

/// One way through a file, from its first record to its last, in memory that does not grow with it.
///
/// Three things go on at the same time: the next piece of the file is split into records, the records before it are read into
/// programs, and whoever asked does with those before them what is to be done, in the order of the file.
struct ImportRun {
    private let records: () throws -> any RecordSource
    private let context: ImportContext
    private let preparation: ImportPreparation
    private let listing: Int

    /// Pieces between the file and whoever asked. Enough that no processor waits; each is a megabyte or two.
    private static let ahead = 3

    /// - Parameter listing: how many programs of each kind the plan lists.
    init(_ file: ImportFile, _ context: ImportContext, _ preparation: ImportPreparation, listing: Int) {
        self.init({ try file.records() }, context, preparation, listing: listing)
    }

    init(
        _ records: @escaping () throws -> any RecordSource, _ context: ImportContext, _ preparation: ImportPreparation, listing: Int
    ) {
        self.records = records
        self.context = context
        self.preparation = preparation
        self.listing = listing
    }

    /// - Parameter each: what is to be done with programs that are right: those new, and those that are there and differ. Not called
    ///   any more once something is wrong with the file.
    /// - Parameter observe: shown every record, whatever became of it.
    func plan(
        against stored: ImportPreparation.Stored, observe: ([ReadRecord]) -> Void = { _ in },
        each: (_ new: [Program], _ changed: [Program]) throws -> Void
    ) throws -> ImportPlan {
        var plan = ImportPlan(listing: listing)
        do {
            try run(stored) { read in
                observe(read)
                let (new, changed) = plan.add(read)
                if !plan.isRefused { try each(new, changed) }
            }
        } catch let errors as ImportErrors {
            plan.report(errors.errors)
        }
        return plan
    }

    private func run(_ stored: ImportPreparation.Stored, _ body: ([ReadRecord]) throws -> Void) throws {
        var preparation = preparation
        let reader = try RecordReader(records())
        var coming: Promise<[ImportRecord]?>? = reader.next()
        var reading: [Promise<[ReadRecord]>] = []
        // What is wrong with the file from some place on is said after everything before that place.
        var failure: (any Error)?
        while coming != nil || !reading.isEmpty {
            while let records = coming, reading.count < Self.ahead {
                do {
                    guard let records = try records.value() else {
                        coming = nil
                        break
                    }
                    coming = reader.next()
                    let prepared = try preparation.prepare(records, stored)
                    reading.append(Promise { [context] in prepared.map { $0.read(context) } })
                } catch {
                    failure = error
                    coming = nil
                }
            }
            if !reading.isEmpty { try body(reading.removeFirst().value()) }
        }
        if let failure { throw failure }
    }
}

/// Reads the next piece of a file while the one before is worked on.
private final class RecordReader: Sendable {
    private let source: Mutex<any RecordSource>

    init(_ source: any RecordSource) { self.source = Mutex(source) }

    func next() -> Promise<[ImportRecord]?> { Promise { try self.source.withLock { try $0.next() } } }
}
