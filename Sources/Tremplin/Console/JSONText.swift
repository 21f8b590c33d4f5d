import Foundation

/// How the command writes JSON: one indented document whose keys are in a fixed order, so that two runs can be compared.
package enum JSONText {
    package static func make(_ value: some Encodable) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do { return try String(decoding: encoder.encode(value), as: UTF8.self) } catch {
            throw CommandFailure(.software, "The answer could not be written as JSON: \(error).")
        }
    }
}
