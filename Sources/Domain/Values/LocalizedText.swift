/// A text in English, in French, or in both. A missing or blank side is `nil`, never an empty string.
package struct LocalizedText: Hashable, Sendable, Codable {
    package var en: String?
    package var fr: String?

    package init(en: String? = nil, fr: String? = nil) {
        self.en = en?.isBlank == false ? en : nil
        self.fr = fr?.isBlank == false ? fr : nil
    }

    package subscript(language: Language) -> String? {
        get { language == .en ? en : fr }
        set {
            let value = newValue?.isBlank == false ? newValue : nil
            if language == .en { en = value } else { fr = value }
        }
    }

    package var isEmpty: Bool { en == nil && fr == nil }
    package var isBilingual: Bool { en != nil && fr != nil }

    /// The text in the language asked for, or else the other one, with the language it is really in
    /// (so that a page can mark it with `lang`). `nil` only when both sides are missing.
    package func resolved(_ language: Language) -> (text: String, language: Language)? {
        if let text = self[language] { return (text, language) }
        if let text = self[language.other] { return (text, language.other) }
        return nil
    }

    /// The text in the language asked for, or else the other one, or else nothing.
    package func text(_ language: Language) -> String { resolved(language)?.text ?? "" }
}

extension StringProtocol {
    /// Nothing but white space.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
