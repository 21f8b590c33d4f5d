import Domain
import TextAnalysis

/// The labels of a classification in numbers: labels (rows) ordered by group, their words and their stems.
struct TitleCorpus: Sendable {
    /// Codes of the groups, rising.
    let codes: [String]
    /// Labels, those of a group together.
    let labels: [String]
    let languages: [Language]
    let groupOfRow: [Int32]
    /// Where each group's rows start; one more at the end.
    let rowStarts: [Int32]
    private(set) var lexicon = Lexicon()
    /// Words of each label, in order.
    private(set) var wordsOfRow = Lists()
    /// Stems of each label, each once, in order. Never empty for a label with a letter or digit.
    private(set) var stemsOfRow = Lists()
    /// How many of a label's stems come before the sign that ends its main part: 3 for `Personal support worker - home care`.
    private(set) var mainStemsOfRow: [Int32] = []
    /// The stem of the noun the label is about; -1 when it has none.
    private(set) var headOfRow: [Int32] = []
    /// In how many labels of either language each stem is: English at 2 x stem, French at 2 x stem + 1.
    private(set) var labelsOfStem: [Int32] = []

    init(_ rows: [Classification.Row]) {
        let numbered = Self.number(rows)
        codes = numbered.codes
        rowStarts = numbered.rowStarts
        labels = numbered.order.map { rows[Int($0)].label }
        languages = numbered.order.map { rows[Int($0)].language }
        groupOfRow = numbered.groupOfRow
        analyse()
    }

    var rowCount: Int { labels.count }

    /// Whether no group has two labels in one language: then each way of writing a title is an answer of its own.
    var hasOneLabelEach: Bool {
        (0..<codes.count).allSatisfy { group in
            let spoken = languages[Int(rowStarts[group])..<Int(rowStarts[group + 1])]
            return Set(spoken).count == spoken.count
        }
    }

    /// Groups in the order of their codes, and the rows in the order of their groups.
    private static func number(
        _ rows: [Classification.Row]
    ) -> (codes: [String], order: [Int32], groupOfRow: [Int32], rowStarts: [Int32]) {
        var table = WordTable()
        var last = (code: "", number: Int32(-1))
        let first = rows.map { row -> Int32 in
            if row.code != last.code || last.number < 0 { last = (row.code, table.intern(row.code)) }
            return last.number
        }
        let names = (0..<table.count).map { table.text(Int32($0)) }
        let sorted = (0..<table.count).sorted { names[$0] < names[$1] }
        var rank = [Int32](repeating: 0, count: sorted.count)
        for (place, number) in sorted.enumerated() { rank[number] = Int32(place) }

        var starts = [Int32](repeating: 0, count: sorted.count + 1)
        for number in first { starts[Int(rank[Int(number)]) + 1] += 1 }
        for group in 0..<sorted.count { starts[group + 1] += starts[group] }
        var next = starts
        var order = [Int32](repeating: 0, count: rows.count)
        var groupOfRow = order
        for (row, number) in first.enumerated() {
            let group = Int(rank[Int(number)])
            order[Int(next[group])] = Int32(row)
            groupOfRow[Int(next[group])] = Int32(group)
            next[group] += 1
        }
        return (sorted.map { names[$0] }, order, groupOfRow, starts)
    }

    private mutating func analyse() {
        var buffer = TokenBuffer()
        // The last row each stem was pushed for: drops repeats without a set.
        var pushed: [Int32] = []
        for row in 0..<Int32(labels.count) {
            let isFrench = languages[Int(row)] == .fr
            buffer.fill(labels[Int(row)])
            buffer.bytes.withUnsafeBufferPointer { bytes in
                for token in 0..<buffer.count {
                    wordsOfRow.push(lexicon.intern(UnsafeBufferPointer(rebasing: bytes[buffer.range(token)])))
                }
            }
            let list = wordsOfRow.close()
            let words = wordsOfRow.range(list)
            var main: Int32?
            var head = HeadNoun(isFrench: isFrench)
            for (token, place) in words.enumerated() {
                let word = wordsOfRow.values[place]
                if buffer.isAfterBreak[token], main == nil { main = Int32(stemsOfRow.open.count) }
                let stems = lexicon.stemsOfWord[word]
                head.read(first: stems.first, last: stems.last, isBreak: buffer.isAfterBreak[token] || lexicon.isPreposition[Int(word)])
                for stem in stems { push(stem, row: row, isFrench: isFrench, pushed: &pushed) }
            }
            if stemsOfRow.open.isEmpty {
                for place in words {
                    push(lexicon.stemKeepingStopWord(wordsOfRow.values[place]), row: row, isFrench: isFrench, pushed: &pushed)
                }
            }
            mainStemsOfRow.append(main ?? Int32(stemsOfRow.open.count))
            headOfRow.append(head.stem ?? -1)
            stemsOfRow.close()
        }
        while labelsOfStem.count < 2 * lexicon.stems.count { labelsOfStem.append(0) }
    }

    @inline(__always)
    private mutating func push(_ stem: Int32, row: Int32, isFrench: Bool, pushed: inout [Int32]) {
        while pushed.count <= Int(stem) {
            pushed.append(-1)
            labelsOfStem.append(contentsOf: [0, 0])
        }
        guard pushed[Int(stem)] != row else { return }
        pushed[Int(stem)] = row
        labelsOfStem[2 * Int(stem) + (isFrench ? 1 : 0)] += 1
        stemsOfRow.push(stem)
    }
}
