/// A language the portal speaks. English and French are equals: nothing may exist in one of them only.
package enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    case en, fr

    /// The one a reader is offered when they switch.
    package var other: Language { self == .en ? .fr : .en }
}
