import Foundation
import Testing

@testable import LabourMarket

/// Checks over the publishers' full files, where the environment says where they are (docs/data-sources.md).
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TREMPLIN_SHARED"] != nil))
struct PublishedFilesTests {
    private var folder: URL { URL(filePath: ProcessInfo.processInfo.environment["TREMPLIN_SHARED"] ?? "").appending(path: "data") }

    @Test func `what is built in is what the readers make of the publishers' files`() throws {
        for release in try BuiltInReleaseWriter.releases(from: folder) {
            let difference = release.difference(from: try BuiltInReleases.release(release.kind))
            #expect(difference.isEmpty, "\(release.kind): \(difference.tables)")
        }
    }

    @Test func `no sentence of the publisher's is built in`() throws {
        let noc = try BuiltInReleases.release(.noc).document
        for file in ["main-duties.csv", "employment-requirements.csv"] {
            let bytes = try Array(Data(contentsOf: folder.appending(path: "noc-2021/\(file)")))
            let text = try DelimitedText(bytes, name: file)
            let columns = try text.require("name_english", "name_french")
            for row in text.rows where row.number % 40 == 0 {
                for column in columns where row[column].count > 40 { #expect(!noc.contains(row[column])) }
            }
        }
    }

    @Test func `a command that loads one kind reads its files in any order`() throws {
        let files = ["cops-2024-2033/cops_summary.csv"].map { folder.appending(path: $0) }
        let release = try ReleaseReader.read(kind: .cops, files: files)
        #expect(release.difference(from: try BuiltInReleases.release(.cops)).isEmpty)
    }
}
