package import Domain
package import Portal

/// Whole addresses of the pages that mails about requests lead to.
package struct NeedLinks: NeedAddresses {
    private let baseURL: String

    package init(settings: PortalSettings) { baseURL = settings.baseURL }

    package func confirmation(_ token: SecretToken, in language: Language) -> String {
        baseURL + Links(language).path(.needRequestConfirmation, id: token.text)
    }

    package func introduction(_ token: SecretToken, in language: Language) -> String {
        baseURL + Links(language).path(.introduction, id: token.text)
    }

    package func board(of institution: Institution.ID, in language: Language) -> String {
        baseURL + Links(language).path(.consoleUnmetNeed, id: institution.rawValue)
    }
}
