package import Domain
package import Portal

/// Whole addresses of the pages that mails about accounts lead to.
package struct AccountLinks: AccountAddresses {
    private let baseURL: String

    package init(settings: PortalSettings) { baseURL = settings.baseURL }

    package func page(_ purpose: AccountLink.Purpose, _ token: SecretToken, in language: Language) -> String {
        let route: PageRoute =
            switch purpose {
            case .invitation: .invitation
            case .passwordReset: .passwordReset
            case .emailChange: .emailConfirmation
            }
        return baseURL + Links(language).path(route, id: token.text)
    }

    package func signIn(in language: Language) -> String { baseURL + Links(language).path(.signIn) }
}
