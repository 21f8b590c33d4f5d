/// A light stem for both languages at once: plurals, gender, and a final e. It needs no language, so a title in two languages is no problem.
package enum LightStem {
    /// `operatrices` and `operateurs` give `operateur`; `salespersons` gives `salesman`; `nurses` and `nurse` stay together.
    /// - Parameter word: folded.
    package static func stem(_ word: String) -> String {
        var bytes = Array(word.utf8)
        guard bytes.count > 3, bytes.allSatisfy({ $0 < 0x80 }) else { return word }
        plural(&bytes)
        person(&bytes)
        feminine(&bytes)
        ending(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func plural(_ word: inout [UInt8]) {
        if word.ends("eaux") || word.ends("eux") {
            word.removeLast()
            return
        }
        if word.count > 4, word.ends("aux") { return word.replaceLast(3, "al") }
        if word.count > 4, word.ends("ies") { return word.replaceLast(3, "i") }
        if word.ends("sses") || word.ends("ches") || word.ends("shes") || word.ends("xes") { return word.replaceLast(2, "") }
        if word.last == UInt8(ascii: "s"), !word.ends("ss"), !word.ends("us") { word.removeLast() }
    }

    private static func person(_ word: inout [UInt8]) {
        for ending in ["woman", "women", "person", "people", "men"] where word.ends(ending) {
            return word.replaceLast(ending.utf8.count, "man")
        }
    }

    /// Longest endings first. Kept from the study: -trice, -euse, -iere, -ienne, -ive, -ee, -ale. Ours: -ere, -enne, -onne, -elle, -ffe.
    private static let feminineEndings = [
        ("trice", "teur"), ("ienne", "ien"), ("iere", "ier"), ("euse", "eur"), ("enne", "en"), ("onne", "on"), ("elle", "el"),
        ("ere", "er"), ("ive", "if"), ("ale", "al"), ("ffe", "f"), ("ee", "e"),
    ]

    private static func feminine(_ word: inout [UInt8]) {
        guard word.count > 4 else { return }
        for (ending, replacement) in feminineEndings where word.ends(ending) {
            return word.replaceLast(ending.utf8.count, replacement)
        }
    }

    private static func ending(_ word: inout [UInt8]) {
        if word.count > 3, word.last == UInt8(ascii: "x") { word.removeLast() }
        if word.count > 5, word.last == UInt8(ascii: "e") { word.removeLast() }
        // industry, industries and industrie meet
        if word.count > 4, word.last == UInt8(ascii: "y") { word[word.count - 1] = UInt8(ascii: "i") }
    }
}

extension [UInt8] {
    func ends(_ ending: String) -> Bool {
        let ending = ending.utf8
        return count > ending.count && suffix(ending.count).elementsEqual(ending)
    }

    mutating func replaceLast(_ number: Int, _ replacement: String) {
        removeLast(number)
        append(contentsOf: replacement.utf8)
    }
}
