package import Domain

/// How often something happened on one day. No person can be told from it.
package struct ActivityCount: Hashable, Sendable {
    package var day: CalendarDate
    /// `program-view`, `search`, `click-through`, …: the portal's names, which never change once stored.
    package var kind: String
    /// A program's id, an occupation's code, or a query as it was normalised; empty where there is none.
    package var subject: String
    /// The id of the institution concerned; empty where none is.
    package var institution: String
    package var language: Language
    package var count: Int
    /// How many different visitors that day, each counted once for this subject.
    package var visitors: Int

    package init(
        day: CalendarDate, kind: String, subject: String, institution: String = "", language: Language, count: Int = 1, visitors: Int = 0
    ) {
        self.day = day
        self.kind = kind
        self.subject = subject
        self.institution = institution
        self.language = language
        self.count = count
        self.visitors = visitors
    }
}

/// Counts of one kind added up over a period.
package struct ActivityTotal: Hashable, Sendable {
    package let kind: String
    package let subject: String
    package let count: Int
    /// The sum of each day's visitors: someone who comes on two days counts twice, because nothing ties the days together.
    package let visitors: Int

    package init(kind: String, subject: String, count: Int, visitors: Int) {
        self.kind = kind
        self.subject = subject
        self.count = count
        self.visitors = visitors
    }
}
