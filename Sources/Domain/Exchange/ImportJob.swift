/// One file that an institution brings in: uploaded, compared, corrected, and in the end written, each by whichever node has time.
package struct ImportJob: Hashable, Sendable {
    package typealias ID = Identifier<ImportJob>

    package enum Act: String, Sendable, CaseIterable {
        /// Says what would change, and changes nothing.
        case compare
        /// Writes what was compared.
        case apply
    }

    package enum State: String, Sendable, CaseIterable {
        /// For a node to take it.
        case waiting
        case running
        /// It was compared: somebody reads what would change.
        case ready
        /// It was written.
        case done
        /// Given up: it ended the node that ran it, again and again.
        case failed
    }

    /// How many there are of each, when the file was last compared.
    package struct Counts: Hashable, Sendable {
        package var rows = 0
        package var new = 0
        package var changed = 0
        package var unchanged = 0
        package var notes = 0
        package var errors = 0
        /// Rows that have something wrong with them.
        package var errorRows = 0
        /// Programs of the institution that are not in the file, and not archived.
        package var missing = 0

        package init() {}
    }

    package let id: ID
    package let institution: Institution.ID
    package let account: Account.ID
    package let fileName: String
    /// `csv` or `xlsx`.
    package let format: String
    package let byteCount: Int
    package let act: Act
    package let state: State
    /// The number of the last change when the file was compared.
    package let lastChange: Int
    /// Programs of the file changed between the comparison and the writing: it was compared anew, and nothing was written.
    package let isComparedAnew: Bool
    package let counts: Counts
    package let createdAt: Timestamp
    /// When it was compared or written last.
    package let changedAt: Timestamp
    package let expiresAt: Timestamp
    /// Rows done so far by the node that runs it.
    package let progress: Int

    package init(
        id: ID, institution: Institution.ID, account: Account.ID, fileName: String, format: String, byteCount: Int, act: Act, state: State,
        lastChange: Int, isComparedAnew: Bool, counts: Counts, createdAt: Timestamp, changedAt: Timestamp, expiresAt: Timestamp,
        progress: Int
    ) {
        self.id = id
        self.institution = institution
        self.account = account
        self.fileName = fileName
        self.format = format
        self.byteCount = byteCount
        self.act = act
        self.state = state
        self.lastChange = lastChange
        self.isComparedAnew = isComparedAnew
        self.counts = counts
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.expiresAt = expiresAt
        self.progress = progress
    }

    /// Whether a node has it in hand or will.
    package var isUnderWay: Bool { state == .waiting || state == .running }
}

/// What a comparison found, kind by kind, for a page to list.
package enum ImportFindingKind: String, Sendable, CaseIterable {
    case new, changed, note
    /// A row with something wrong with it, or the file as a whole.
    case error
    /// A program that is not in the file.
    case missing
}
