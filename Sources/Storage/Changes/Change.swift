package import Domain

/// Something was written: which thing, when, and its place in the order of commits.
package struct Change: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case program(Program.ID)
        case institution(Institution.ID)
        /// A release of that kind of labour-market data was put into use.
        case labourMarket(kind: String)
        /// What operators set: lists, the look, pages, languages. The key says which, for people.
        case portal(String)
        /// Nothing in particular: whoever holds a copy of the data makes it anew.
        case everything
    }

    /// From 1, strictly increasing in the order of commits.
    package let number: Int
    package let subject: Subject
    package let at: Timestamp

    package init(number: Int, subject: Subject, at: Timestamp) {
        self.number = number
        self.subject = subject
        self.at = at
    }
}

extension Change.Subject {
    var kind: String {
        switch self {
        case .program: "program"
        case .institution: "institution"
        case .labourMarket: "labour-market"
        case .portal: "portal"
        case .everything: "everything"
        }
    }

    var key: String {
        switch self {
        case .program(let id): id.rawValue
        case .institution(let id): id.rawValue
        case .labourMarket(let kind): kind
        case .portal(let part): part
        case .everything: ""
        }
    }

    init(kind: String, key: String) throws(StorageError) {
        switch kind {
        case "program": self = .program(Program.ID(key))
        case "institution": self = .institution(Institution.ID(key))
        case "labour-market": self = .labourMarket(kind: key)
        case "portal": self = .portal(key)
        case "everything": self = .everything
        default: throw .unexpected(column: "subject_kind", found: kind)
        }
    }
}
