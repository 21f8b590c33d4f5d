/// One attribute of an element. A `nil` in an attribute list writes nothing, so conditions read in place.
package struct Attribute: Sendable {
    let name: StaticString
    /// `nil` for one that is there or not, such as `checked`.
    let value: String?

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    private init(flag name: StaticString) {
        self.name = name
        value = nil
    }

    package static func flag(_ name: StaticString, if isSet: Bool = true) -> Attribute? { isSet ? Attribute(flag: name) : nil }
    package static func `class`(_ value: String?) -> Attribute? { value.map { Attribute("class", $0) } }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func lang(_ value: String?) -> Attribute? { value.map { Attribute("lang", $0) } }
    package static func type(_ value: String) -> Attribute { Attribute("type", value) }
    package static func name(_ value: String) -> Attribute { Attribute("name", value) }
    package static func value(_ value: String) -> Attribute { Attribute("value", value) }
    package static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
    package static func role(_ value: String) -> Attribute { Attribute("role", value) }

    /// An address. Anything but a relative one, http, https or mailto becomes `#`: no `javascript:` reaches a page.
    package static func href(_ address: String) -> Attribute { Attribute("href", isSafe(address) ? address : "#") }
    package static func action(_ address: String) -> Attribute { Attribute("action", isSafe(address) ? address : "#") }
    package static func src(_ address: String) -> Attribute { Attribute("src", isSafe(address) ? address : "#") }

    private static func isSafe(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let scheme = address[..<colon]
        if scheme.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { return true }
        return ["http", "https", "mailto"].contains(scheme.lowercased())
    }
}
