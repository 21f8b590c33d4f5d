package import Domain

extension LabourMarketInformation {
    /// The industry as the matcher reads it: words. Addresses and files may give a NAICS code, people give words.
    package func industryWords(_ text: String?, language: Language?) -> String? {
        guard let text, !text.isBlank else { return nil }
        return industry(Industry.Code(text))?.title.text(language ?? .en) ?? text
    }
}
