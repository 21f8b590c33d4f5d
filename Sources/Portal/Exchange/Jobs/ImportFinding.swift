package import Domain
import Foundation

/// What a comparison found, as it is kept for pages: enough to say it in either language.
package enum ImportFinding {
    package struct New: Codable, Hashable, Sendable {
        package let id: String
        package let reference: String
        package let title: LocalizedText
    }

    package struct Changed: Codable, Hashable, Sendable {
        package struct Difference: Codable, Hashable, Sendable {
            /// The column's name.
            package let column: String
            /// As the cell is written, long ones cut.
            package let before: String
            package let after: String
        }

        package let id: String
        package let reference: String
        package let title: LocalizedText
        package let differences: [Difference]
    }

    package struct Note: Codable, Hashable, Sendable {
        package let row: Int
        package let column: String
        package let former: String
        package let codes: [String]
        package let isDivided: Bool
    }

    /// One row with something wrong with it, or the file as a whole where it has no row.
    package struct ErrorRow: Codable, Hashable, Sendable {
        package let row: Int?
        package let reference: String
        package let title: LocalizedText
        package let errors: [ImportError]
        /// What stands in the cells that are wrong, by the column's name.
        package let cells: [String: String]
    }

    package struct Missing: Codable, Hashable, Sendable {
        package let id: String
        package let reference: String
        package let title: LocalizedText
    }

    static func text(_ value: some Encodable) -> String {
        // Values of texts and numbers always encode.
        (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// Those of an older form, after an update of the portal, are passed over: the file can be compared again.
    package static func read<Value: Decodable>(_ texts: [String], as type: Value.Type = Value.self) -> [Value] {
        texts.compactMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}
