/// How this portal calls itself and looks. What is not set is as the portal came.
package struct Branding: Hashable, Sendable, Codable {
    package var name: LocalizedText
    /// Below the links at the foot of every page.
    package var footer: LocalizedText
    /// Of headings, buttons and marks, by scheme.
    package var accent: [String: Colour]
    package var logo: Logo?

    /// The picture beside the name. Its bytes are kept apart.
    package struct Logo: Hashable, Sendable, Codable {
        /// Names the bytes: another picture has another one.
        package let key: String
        package let type: String

        package init(key: String, type: String) {
            self.key = key
            self.type = type
        }
    }

    package init(
        name: LocalizedText = LocalizedText(), footer: LocalizedText = LocalizedText(), accent: [ColourScheme: Colour] = [:],
        logo: Logo? = nil
    ) {
        self.name = name
        self.footer = footer
        self.accent = Dictionary(uniqueKeysWithValues: accent.map { ($0.rawValue, $1) })
        self.logo = logo
    }

    package subscript(scheme: ColourScheme) -> Colour? {
        get { accent[scheme.rawValue] }
        set { accent[scheme.rawValue] = newValue }
    }
}
