/// The tokens of one text, end to end in one array of bytes: made once, refilled for text after text.
package struct TokenBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where each token ends in `bytes`; it starts where the one before ends.
    package private(set) var ends: [Int32] = []
    /// Whether a sign that ends a title's main part (` - ` , ; : or an opening bracket) stands somewhere before the token.
    package private(set) var isAfterBreak: [Bool] = []
    /// Set by the tokenizer when it meets such a sign.
    var hasBroken = false
    /// The text after folding, before it is cut.
    var folded: [UInt8] = []

    package init() {}

    package var count: Int { ends.count }

    package func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    package func text(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    /// Folds and cuts `text`, replacing what was there.
    package mutating func fill(_ text: String) {
        folded.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        isAfterBreak.removeAll(keepingCapacity: true)
        hasBroken = false
        Folding.fold(text, into: &folded)
        let source = folded
        source.withUnsafeBufferPointer { Tokenizer.cut($0, into: &self) }
    }

    @inline(__always)
    mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        for at in range { bytes.append(source[at]) }
        close()
    }

    mutating func append(_ token: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: token.utf8Start, count: token.utf8CodeUnitCount))
        close()
    }

    mutating func append(letters: [UInt8]) {
        bytes.append(contentsOf: letters)
        close()
    }

    @inline(__always)
    private mutating func close() {
        ends.append(Int32(truncatingIfNeeded: bytes.count))
        isAfterBreak.append(hasBroken)
    }
}
