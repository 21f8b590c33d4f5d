package import Domain
package import Portal

extension Links {
    /// A basket as an address: whoever opens it sees it, and nobody had to store it.
    package func inquiry(
        _ programs: ProgramCodes = ProgramCodes([]), institutions: [Institution.ID] = [], purpose: Inquiry.Purpose? = nil
    ) -> String {
        path(.inquiry)
            + QueryString(
                [("ids", programs.text)] + institutions.map { ("institution", $0.rawValue) } + [("purpose", purpose?.rawValue)]
            ).text
    }
}

/// Whole addresses of the pages that mails about inquiries lead to.
package struct InquiryPageLinks: InquiryAddresses {
    private let baseURL: String

    package init(settings: PortalSettings) { baseURL = settings.baseURL }

    package func confirmation(_ token: SecretToken, in language: Language) -> String {
        baseURL + Links(language).path(.inquiryConfirmation, id: token.text)
    }

    package func status(_ token: SecretToken, in language: Language) -> String {
        baseURL + Links(language).path(.inquiryStatus, id: token.text)
    }

    package func console(_ delivery: Delivery, in language: Language) -> String {
        baseURL + Links(language).path(.consoleInquiry, id: "\(delivery.institution.rawValue)/\(delivery.id.rawValue)")
    }
}
