package import Domain
package import Portal

/// Whole addresses of the pages that mails to employers of the directory lead to.
package struct DirectoryLinks: DirectoryAddresses {
    private let baseURL: String

    package init(settings: PortalSettings) { baseURL = settings.baseURL }

    package func confirmation(_ token: SecretToken, in language: Language) -> String {
        address(.directoryConfirmation, token, language)
    }

    package func own(_ token: SecretToken, in language: Language) -> String { address(.ownEntry, token, language) }
    package func end(_ token: SecretToken, in language: Language) -> String { address(.outreachEnd, token, language) }
    package func data(_ token: SecretToken, in language: Language) -> String { address(.ownEmployerData, token, language) }
    package func dataRequest(in language: Language) -> String { baseURL + Links(language).path(.employerData) }

    private func address(_ route: PageRoute, _ token: SecretToken, _ language: Language) -> String {
        baseURL + Links(language).path(route, id: token.text)
    }
}
