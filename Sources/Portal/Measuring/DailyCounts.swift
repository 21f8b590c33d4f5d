import Domain
import Storage

/// The counts not yet written, and whom they already counted today.
struct DailyCounts: Sendable {
    private struct Line: Hashable {
        let day: CalendarDate
        let subject: Activity.Subject
        let language: Language
    }

    fileprivate struct Numbers {
        var count = 0
        var visitors = 0
    }

    /// A million marks take some 16 MB. Past that, visitors are no longer told apart until midnight.
    static let markLimit = 1_000_000
    /// Words a day that are kept as they are; past that they are counted without being kept, so that no flood of made-up searches
    /// fills the database.
    static let wordLimit = 10_000

    private var day: CalendarDate
    private var lines: [Line: Numbers] = [:]
    /// 128 random bits that nobody ever sees and that end with the day.
    private var salt: (UInt64, UInt64)
    /// Hashes of visitor and subject: who has been counted for what.
    private var marks: Set<Int> = []
    private var words: Set<String> = []

    init(day: CalendarDate) {
        self.day = day
        salt = Self.newSalt()
    }

    /// Forgets everybody when another day has begun. Counts not yet written keep their own day.
    mutating func begin(_ day: CalendarDate) {
        guard day != self.day else { return }
        self.day = day
        salt = Self.newSalt()
        marks = []
        words = []
    }

    mutating func add(_ subject: Activity.Subject, language: Language, visitor: Visitor) {
        var subject = subject
        if subject.isWords, !keeps(subject.subject) { subject = Activity.Subject(subject.kind, "") }
        // Who was shown a program in a list is not marked: lists are long, and nobody asks.
        let isNew = subject.kind != .impression && mark(visitor, subject)
        lines[Line(day: day, subject: subject, language: language), default: Numbers()].add(isNew: isNew)
    }

    mutating func take() -> [ActivityCount] {
        defer { lines = [:] }
        return lines.map { line, numbers in
            ActivityCount(
                day: line.day, kind: line.subject.kind.rawValue, subject: line.subject.subject, institution: line.subject.institution,
                language: line.language, count: numbers.count, visitors: numbers.visitors)
        }
    }

    /// After writing them failed.
    mutating func putBack(_ counts: [ActivityCount]) {
        for count in counts {
            guard let kind = Activity.Kind(rawValue: count.kind) else { continue }
            let subject = Activity.Subject(kind, count.subject, institution: count.institution)
            lines[Line(day: count.day, subject: subject, language: count.language), default: Numbers()].add(count)
        }
    }

    /// - Returns: whether the visitor had not been counted for the subject today.
    private mutating func mark(_ visitor: Visitor, _ subject: Activity.Subject) -> Bool {
        guard marks.count < Self.markLimit else { return false }
        // The standard library's keyed hash (SipHash), under a key of this process and the salt of this day.
        var hasher = Hasher()
        hasher.combine(salt.0)
        hasher.combine(salt.1)
        hasher.combine(visitor)
        hasher.combine(subject)
        return marks.insert(hasher.finalize()).inserted
    }

    private mutating func keeps(_ text: String) -> Bool {
        if words.contains(text) { return true }
        guard words.count < Self.wordLimit else { return false }
        words.insert(text)
        return true
    }

    private static func newSalt() -> (UInt64, UInt64) {
        var generator = SystemRandomNumberGenerator()
        return (generator.next(), generator.next())
    }
}

extension DailyCounts.Numbers {
    fileprivate mutating func add(isNew: Bool) {
        count += 1
        visitors += isNew ? 1 : 0
    }

    fileprivate mutating func add(_ other: ActivityCount) {
        count += other.count
        visitors += other.visitors
    }
}
