private import CStemmer
private import Synchronization

/// The Snowball stemmers of libstemmer for English and French, usable from any thread.
///
/// A stemmer object of the library is not thread-safe, so each call borrows one from a pool and gives it back.
/// The pool grows to as many as ever worked at once, and they live as long as the process.
package final class SnowballStemmer: Sendable {
    package static let english = SnowballStemmer(.en)
    package static let french = SnowballStemmer(.fr)

    package static func stemmer(_ language: TextLanguage) -> SnowballStemmer { language == .en ? english : french }

    private let name: String
    /// Addresses of idle stemmer objects: pointers themselves may not cross threads.
    private let idle = Mutex<[UInt]>([])

    private init(_ language: TextLanguage) { name = language == .en ? "english" : "french" }

    /// Stems folded words, one by one.
    package func stems(_ words: [String]) -> [String] {
        guard let stemmer = borrow() else { return words }
        defer { giveBack(stemmer) }
        return words.map { stem($0, with: stemmer) }
    }

    package func stem(_ word: String) -> String { stems([word])[0] }

    private func stem(_ word: String, with stemmer: OpaquePointer) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let start = bytes.baseAddress, let stem = sb_stemmer_stem(stemmer, start, Int32(bytes.count)) else { return "" }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }

    /// `nil` only when the library was built without the language; words are then left as they are.
    private func borrow() -> OpaquePointer? {
        if let address = idle.withLock({ $0.popLast() }) { return OpaquePointer(bitPattern: address) }
        return sb_stemmer_new(name, "UTF_8")
    }

    private func giveBack(_ stemmer: OpaquePointer) {
        let address = UInt(bitPattern: stemmer)
        idle.withLock { $0.append(address) }
    }
}
