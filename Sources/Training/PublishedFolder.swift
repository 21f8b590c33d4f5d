package import Foundation
import LabourMarket

/// The publishers' files a model is trained on beside what is built in, in a folder laid out as docs/data-sources.md says.
package struct PublishedFolder: Sendable {
    private let folder: URL
    /// Files that are not there, by their path in the folder: training goes on without them.
    package private(set) var missing: [String] = []

    package init(_ folder: URL) { self.folder = folder }

    /// `nil` when it is not there.
    mutating func table(_ path: String, quotes: Bool = true, columns: String...) throws -> (DelimitedText, [DelimitedText.Column])? {
        let file = folder.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path) else {
            missing.append(path)
            return nil
        }
        let options = DelimitedText.Options(separator: quotes ? nil : .tab, quotes: quotes, shortRecords: true)
        let table = try DelimitedText([UInt8](Data(contentsOf: file)), name: file.lastPathComponent, options: options)
        return (table, try table.require(columns))
    }
}
