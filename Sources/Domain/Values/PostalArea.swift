/// The first three characters of a Canadian postal code (a "forward sortation area"), with the middle of the area.
package struct PostalArea: Hashable, Sendable {
    /// `K1A`: letter, digit, letter, upper case.
    package let code: String
    package let place: String
    package let coordinate: Coordinate
    package let region: Region.ID

    package init(code: String, place: String, coordinate: Coordinate, region: Region.ID) {
        self.code = code
        self.place = place
        self.coordinate = coordinate
        self.region = region
    }

    /// The area a person's postal code lies in: the first three characters of `k1a 0b1`, `K1A0B1` or `K1A`.
    /// - Returns: `nil` when the text is not shaped like a Canadian postal code or its first half.
    package static func code(in text: String) -> String? {
        var characters: [UInt8] = []
        for scalar in text.unicodeScalars where scalar != "-" && !scalar.properties.isWhitespace {
            guard scalar.isASCII, characters.count < 6 else { return nil }
            let byte = UInt8(scalar.value)
            let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
            guard characters.count % 2 == 0 ? isLetter : (48...57).contains(byte) else { return nil }
            characters.append(isLetter ? byte & 0xDF : byte)
        }
        guard characters.count == 3 || characters.count == 6 else { return nil }
        return String(decoding: characters.prefix(3), as: UTF8.self)
    }
}

/// An economic region, as Statistics Canada draws them, or a province: the places labour-market figures are published for.
package struct Region: Hashable, Sendable {
    package typealias ID = Identifier<Region>

    /// Four digits, `3530` for Toronto; two for a province, `35` for Ontario.
    package let id: ID
    package let name: LocalizedText

    package init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}
