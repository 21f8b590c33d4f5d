/// Finds the noun a title is about, word by word: `instructor` in `welding instructor`, `directeur` in `directeur de banque`.
///
/// English: the last word before a break or a preposition. French: the first word. Stems stand for the words.
struct HeadNoun {
    let isFrench: Bool
    private(set) var stem: Int32?
    private var isClosed = false

    init(isFrench: Bool) { self.isFrench = isFrench }

    /// - Parameters:
    ///   - first, last: the first and last stem of the next word; `nil` for a stop word.
    ///   - isBreak: the word is a preposition or follows a sign that ends the main part.
    @inline(__always)
    mutating func read(first: Int32?, last: Int32?, isBreak: Bool) {
        guard !isClosed else { return }
        if isBreak, stem != nil {
            isClosed = true
        } else if isFrench {
            stem = first
            isClosed = stem != nil
        } else if let last {
            stem = last
        }
    }
}
