/// The languages whose words this target knows. It stands below the domain, so it names them itself.
package enum TextLanguage: String, CaseIterable, Hashable, Sendable {
    case en, fr
}
