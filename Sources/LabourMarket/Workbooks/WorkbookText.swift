/// Texts as workbooks write them: characters that XML cannot hold become `_x000D_`.
enum WorkbookText {
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }

    /// For the content of an element or the value of an attribute.
    static func escaped(_ text: String, into output: inout [UInt8]) {
        let text = text.contains("_x") ? text.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_" + $0.1 } : text
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;".utf8
            case "<": output += "&lt;".utf8
            case ">": output += "&gt;".utf8
            case "\"": output += "&quot;".utf8
            case "\n", "\t": output.append(UInt8(scalar.value))
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                output += "_x00\(digits.utf8.count < 2 ? "0" : "")\(digits)_".utf8
            case "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}".utf8
            default: output.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
    }
}
