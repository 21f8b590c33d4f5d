package import Domain

/// Programs as they stand in an address: short codes joined by dots, so that a list of fifty can still be sent in a message.
///
/// An identifier that is a UUID, which nearly all are, takes 22 characters instead of 36.
package struct ProgramCodes: Hashable, Sendable {
    /// None twice, in the order they were added.
    package private(set) var ids: [Program.ID] = []
    /// Codes that are none.
    package private(set) var unreadable = 0
    /// Programs past the limit.
    package private(set) var leftOut = 0

    private let most: Int

    /// - Parameter most: of how many the list may be.
    package init(_ ids: [Program.ID], most: Int = .max) {
        self.most = most
        for id in ids { add(id) }
    }

    /// Reads what `text` writes. What cannot be read is counted, never an error.
    package init(reading text: some StringProtocol, most: Int) {
        self.most = most
        for part in text.split(separator: ".", maxSplits: Self.mostRead) {
            if let id = Self.id(part) { add(id) } else { unreadable += 1 }
        }
    }

    /// No honest address holds more parts.
    private static let mostRead = 400

    package var text: String { ids.map(Self.code).joined(separator: ".") }
    package var isEmpty: Bool { ids.isEmpty }

    package mutating func add(_ id: Program.ID) {
        guard !ids.contains(id) else { return }
        if ids.count < most { ids.append(id) } else { leftOut += 1 }
    }

    package func without(_ id: Program.ID) -> ProgramCodes { ProgramCodes(ids.filter { $0 != id }, most: most) }

    // MARK: One code

    /// 22 characters for a UUID, else a tilde and the identifier's bytes: letters, digits, `-` and `_` of base64url (RFC 4648, 5).
    package static func code(_ id: Program.ID) -> String {
        let bytes = Array(id.rawValue.utf8)
        if let uuid = uuid(bytes) { return Base64URL.encode(uuid) }
        return "~" + Base64URL.encode(bytes)
    }

    /// `nil` for a text that `code` never writes.
    package static func id(_ code: some StringProtocol) -> Program.ID? {
        let isLong = code.first == "~"
        guard let bytes = Base64URL.decode(Array((isLong ? code.dropFirst() : code[...]).utf8)) else { return nil }
        if isLong {
            guard !bytes.isEmpty, bytes.count <= 200, let text = String(validating: bytes, as: UTF8.self) else { return nil }
            return uuid(Array(text.utf8)) == nil ? Program.ID(text) : nil
        }
        return bytes.count == 16 ? Program.ID(written(bytes)) : nil
    }

    private static let dashes: Set<Int> = [8, 13, 18, 23]
    private static let hex = Array("0123456789abcdef".utf8)

    /// The 16 bytes of `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in lower case.
    private static func uuid(_ text: [UInt8]) -> [UInt8]? {
        guard text.count == 36 else { return nil }
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where dashes.contains(index): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9") where !dashes.contains(index): digits.append(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f") where !dashes.contains(index): digits.append(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func written(_ uuid: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for byte in uuid {
            if dashes.contains(text.count) { text.append(UInt8(ascii: "-")) }
            text += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
