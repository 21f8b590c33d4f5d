/// What a stem is to the embedding: the word itself and every run of 3 to 5 letters of it with its ends marked, each as the number of
/// a row of the model.
package enum WordFeatures {
    /// Texts of more stems have no head noun: they are sentences.
    package static let longestTitle = 12
    /// Stems of a text that are read.
    package static let longestText = 48

    /// - Parameter rows: how many rows the model has, a power of two.
    /// - Returns: each row once, the word's own first.
    package static func rows(of stem: String, among rows: Int) -> [Int32] {
        let mask = UInt32(rows - 1)
        var result = [Int32(FeatureHash.hash(stem.utf8, prefix: "w:") & mask)]
        let letters = [UInt8(ascii: "<")] + stem.utf8 + [UInt8(ascii: ">")]
        for size in 3...5 where letters.count >= size {
            for start in 0...(letters.count - size) {
                let row = Int32(FeatureHash.hash(letters[start..<start + size]) & mask)
                if !result.contains(row) { result.append(row) }
            }
        }
        return result
    }

    /// The row of a head noun.
    package static func head(_ stem: String, among rows: Int) -> Int32 {
        Int32(FeatureHash.hash(stem.utf8, prefix: "h:") & UInt32(rows - 1))
    }
}
