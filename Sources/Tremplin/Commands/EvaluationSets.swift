import Domain
import Foundation
import LabourMarket
import Matching

/// The sets in a folder, each under its file's name.
struct EvaluationSets: Sendable {
    private(set) var titles: [(String, [LabelledTitle])] = []
    private(set) var texts: [(String, [LabelledText])] = []
    private(set) var benchmarks: [(String, LabelBenchmark)] = []

    var isEmpty: Bool { titles.isEmpty && texts.isEmpty && benchmarks.isEmpty }

    init(folder: String) throws(CommandFailure) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw CommandFailure(.noInput, "There is no folder \(folder).")
        }
        for name in names.sorted() {
            let path = folder + "/" + name
            if name.hasSuffix(".csv") {
                try readTable(path, named: String(name.dropLast(4)))
            } else if FileManager.default.fileExists(atPath: path + "/queries.tsv") {
                benchmarks.append((name, try Self.benchmark(path, named: name)))
            }
        }
        guard !isEmpty else { throw CommandFailure(.data, "There is no set of titles or texts in \(folder).") }
    }

    private mutating func readTable(_ path: String, named name: String) throws(CommandFailure) {
        let table = try TableFile.read(path)
        if let list = LabelledTitle.list(header: table.columns, records: table.records) {
            titles.append((name, list))
        } else if let list = LabelledText.list(header: table.columns, records: table.records) {
            texts.append((name, list))
        } else {
            throw CommandFailure(
                .data,
                "\(path) has neither the columns text, lang and codes nor title, description, lang and codes, or a language is neither en nor fr."
            )
        }
    }

    private static func benchmark(_ path: String, named name: String) throws(CommandFailure) -> LabelBenchmark {
        guard let language = Language(rawValue: String(name.suffix(2))) else {
            throw CommandFailure(.data, "The name of \(path) must end in -en or -fr, the language of its labels.")
        }
        return LabelBenchmark(
            language: language, labels: try lines(path + "/corpus_elements.tsv"), queries: try lines(path + "/queries.tsv"),
            annotations: try lines(path + "/annotations.tsv"))
    }

    /// These files have no column names and quote nothing.
    private static func lines(_ path: String) throws(CommandFailure) -> [[String]] {
        String(decoding: try TableFile.bytes(path), as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
