/// What is wrong with one field of a program's form.
package struct FieldProblem: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case missing
        case tooLong(limit: Int)
        case tooMany(limit: Int)
        case controlCharacter
        case notANumber
        case notADate
        case endsBeforeStart
        case notAPrice
        case notAPlace
        case notAPostalCode
        case notAnAddress
        case notACIPCode
        case notOneOf
        case halfASequence
        case studentAidLength
        case referenceTaken
    }

    /// The field's name: `title-en`, `offering.2.start`.
    package let field: String
    package let reason: Reason

    package init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

extension FieldProblem.Reason {
    /// - Returns: what the import says of the same thing in a cell.
    init(_ reason: ImportError.Reason) {
        switch reason {
        case .notANumber: self = .notANumber
        case .notADate, .notASchedule: self = .notADate
        case .endsBeforeStart: self = .endsBeforeStart
        case .notAPrice: self = .notAPrice
        case .notAPlace: self = .notAPlace
        case .notAWebAddress: self = .notAnAddress
        case .notACIPCode: self = .notACIPCode
        case .tooLong(let limit): self = .tooLong(limit: limit)
        case .tooMany(let limit): self = .tooMany(limit: limit)
        case .controlCharacter: self = .controlCharacter
        case .halfASequence: self = .halfASequence
        case .studentAidLength: self = .studentAidLength
        case .missing: self = .missing
        default: self = .notOneOf
        }
    }
}
