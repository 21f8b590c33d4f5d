import Foundation

/// Where a command writes: results on one side, everything said about them on the other.
package struct Console: Sendable {
    private let writeOutput: @Sendable (String) -> Void
    private let writeNotice: @Sendable (String) -> Void

    package init(output: @escaping @Sendable (String) -> Void, notice: @escaping @Sendable (String) -> Void) {
        writeOutput = output
        writeNotice = notice
    }

    /// Standard output and standard error.
    package static let standard = Console(
        output: { FileHandle.standardOutput.write(Data($0.utf8)) }, notice: { FileHandle.standardError.write(Data($0.utf8)) })

    /// Results, as they are.
    package func write(_ text: String) { writeOutput(text) }
    /// One line of results.
    package func line(_ text: String = "") { writeOutput(text + "\n") }
    /// One line for the person at the keyboard; a program that reads the results does not see it.
    package func notice(_ text: String) { writeNotice(text + "\n") }
}
