package import Domain

/// A public benchmark of titles against the labels of another classification: every label is its own code, several are right.
package struct LabelBenchmark: Sendable {
    package let language: Language
    package let labels: [(id: String, text: String)]
    package let queries: [(id: String, text: String)]
    /// The ids of the right labels, by the id of the query.
    package let right: [String: Set<String>]

    /// - Parameters: the rows of the benchmark's files, which have no header: `corpus_elements` (id, text), `queries` (id, text) and
    ///   `annotations` (query, 0, label, 1).
    package init(language: Language, labels: [[String]], queries: [[String]], annotations: [[String]]) {
        self.language = language
        self.labels = labels.filter { $0.count > 1 }.map { ($0[0], $0[1]) }
        self.queries = queries.filter { $0.count > 1 }.map { ($0[0], $0[1]) }
        var right: [String: Set<String>] = [:]
        for row in annotations where row.count > 2 { right[row[0], default: []].insert(row[2]) }
        self.right = right
    }
}
