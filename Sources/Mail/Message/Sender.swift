package import Domain

/// Who the portal's mail is from: a name in each language, and one address.
package struct Sender: Hashable, Sendable {
    package let name: LocalizedText
    package let address: EmailAddress

    package init(name: LocalizedText, address: EmailAddress) {
        self.name = name
        self.address = address
    }

    /// `Tremplin <no-reply@portal.example>`, `"Tremplin" <…>`, or an address alone.
    /// - Returns: `nil` when there is no address in it.
    package init?(_ text: String) {
        let name: Substring
        let rest: Substring
        if let open = text.lastIndex(of: "<") {
            guard text.last == ">" else { return nil }
            name = text[..<open]
            rest = text[text.index(after: open)...].dropLast()
        } else {
            name = ""
            rest = text[...]
        }
        guard let address = EmailAddress(String(rest)) else { return nil }
        var plain = String(name.drop(while: \.isWhitespace))
        while plain.last?.isWhitespace == true { plain.removeLast() }
        if plain.count >= 2, plain.first == "\"", plain.last == "\"" { plain = String(plain.dropFirst().dropLast()) }
        self.init(name: LocalizedText(en: plain, fr: plain), address: address)
    }
}
