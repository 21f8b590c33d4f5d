import Domain

/// Every word of the catalogue and the term it stands for, shared by all segments. It only grows: a number means the same term for ever,
/// and a term no program contains any more simply finds nothing.
struct Vocabulary: Sendable {
    /// Per language, English first.
    private var stems = Cases.languages.map { _ in WordTable() }
    private var terms: [[Int32]] = Cases.languages.map { _ in [] }
    private(set) var spellings = Cases.languages.map { _ in SpellingList() }
    /// Terms of both languages share one series of numbers.
    private(set) var termCount: Int32 = 0

    func term(_ stem: String, _ language: Language) -> Int32? {
        stems[language.place].find(stem).map { terms[language.place][Int($0)] }
    }

    /// Takes over the words met while a segment was built.
    /// - Returns: by term there, the term here.
    mutating func adopt(_ tables: [TermTable], termCount: Int32) -> [Int32] {
        var numbers = [Int32](repeating: 0, count: Int(termCount))
        for (language, table) in tables.enumerated() {
            table.forEachStem { stem, term in numbers[Int(term)] = insert(stem: stem, language) }
            table.forEachWord { word, term in spellings[language].insert(word, term: numbers[Int(term)]) }
        }
        return numbers
    }

    private mutating func insert(stem: UnsafeBufferPointer<UInt8>, _ language: Int) -> Int32 {
        if let known = stems[language].find(stem) { return terms[language][Int(known)] }
        _ = stems[language].intern(stem)
        terms[language].append(termCount)
        termCount += 1
        return termCount - 1
    }

    var byteCount: Int {
        var bytes = 0
        forEachStem { _, stem, _ in bytes += stem.count + 20 }
        for list in spellings { list.forEach { word, _ in bytes += word.count + 24 } }
        return bytes
    }

    /// Every stem with its language's place and its term.
    func forEachStem(_ body: (Int, UnsafeBufferPointer<UInt8>, Int32) -> Void) {
        for language in stems.indices {
            for (stem, term) in terms[language].enumerated() { stems[language].withBytes(Int32(stem)) { body(language, $0, term) } }
        }
    }

    /// Adds a stem and a word as `forEachStem` and `spellings` gave them.
    mutating func restore(stem: UnsafeBufferPointer<UInt8>, _ language: Int, term: Int32) {
        _ = stems[language].intern(stem)
        terms[language].append(term)
        termCount = max(termCount, term + 1)
    }

    mutating func restore(word: UnsafeBufferPointer<UInt8>, _ language: Int, term: Int32) { spellings[language].insert(word, term: term) }
}

extension Language {
    /// In lists that hold one entry per language.
    var place: Int { self == .en ? 0 : 1 }
}
