/// What operators decide about the portal as a whole, beside its settings file. What is not set is as the portal came, or as the file says.
package struct PortalChoices: Hashable, Sendable, Codable {
    /// The languages of the public's pages; never empty.
    package private(set) var languages: [Language]
    /// Of whoever asks for no language the portal speaks.
    package private(set) var firstLanguage: Language
    /// An IANA name.
    package var timeZone: String?
    /// Whose labour-market figures are shown first.
    package var region: Region.ID?
    /// Where answers to the portal's mail go.
    package var replyTo: String?

    package init(
        languages: [Language] = Language.allCases, firstLanguage: Language = .en, timeZone: String? = nil, region: Region.ID? = nil,
        replyTo: EmailAddress? = nil
    ) {
        let chosen = Language.allCases.filter(languages.contains)
        self.languages = chosen.isEmpty ? Language.allCases : chosen
        self.firstLanguage = self.languages.contains(firstLanguage) ? firstLanguage : self.languages[0]
        self.timeZone = timeZone
        self.region = region
        self.replyTo = replyTo?.text
    }
}
