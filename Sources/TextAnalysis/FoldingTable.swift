/// What each accented Latin letter folds to: compatibility decomposition (Unicode 15) with its marks dropped, lower case, ligatures and
/// barred letters written out. `-` where the letter has no plain form; it is then kept, in lower case.
enum FoldingTable {
    /// U+00C0 to U+024F, then U+1E00 to U+1EFF: the plain letters packed into bytes 0 to 2, their number into byte 3. 0 keeps the letter.
    static let packed: [UInt32] = (latin + latinAdditional).split(whereSeparator: \.isWhitespace).map { entry in
        guard entry != "-" else { return 0 }
        var word = UInt32(entry.utf8.count) << 24
        for (place, byte) in entry.utf8.enumerated() { word |= UInt32(byte) << (8 * UInt32(place)) }
        return word
    }

    /// The place of a scalar in `packed`; `nil` outside the ranges.
    @inline(__always)
    static func place(of scalar: UInt32) -> Int? {
        if scalar >= 0xC0, scalar < 0x250 { return Int(scalar - 0xC0) }
        if scalar >= 0x1E00, scalar < 0x1F00 { return Int(scalar - 0x1E00) + 0x190 }
        return nil
    }

    private static let latin = """
        a a a a a a ae c e e e e i i i i
        d n o o o o o - o u u u u y th ss
        a a a a a a ae c e e e e i i i i
        d n o o o o o - o u u u u y th y
        a a a a a a c c c c c c c c d d
        d d e e e e e e e e e e g g g g
        g g g g h h h h i i i i i i i i
        i i ij ij j j k k k l l l l l l l
        l l l n n n n n n n ng ng o o o o
        o o oe oe r r r r r r s s s s s s
        s s t t t t t t u u u u u u u u
        u u u u w w y y y z z z z z z s
        b b b b - - - c c d d d d - - -
        - f f g - hv - i k k l - - n n o
        o o - - p p - - - - - t t t t u
        u - v y y z z - - - - - - - - -
        - - - - dz dz dz lj lj lj nj nj nj a a i
        i o o u u u u u u u u u u - a a
        a a - - g g g g k k o o o o - -
        j dz dz dz g g - - n n a a - - - -
        a a a a e e e e i i i i o o o o
        r r r r u u u u s s t t - - h h
        - - - - - - a a e e o o o o o o
        o o y y - - - - - - - - - - - -
        - - - - - - - - - - - - - - - -

        """

    private static let latinAdditional = """
        a a b b b b b b c c d d d d d d
        d d d d e e e e e e e e e e f f
        g g h h h h h h h h h h i i i i
        k k k k k k l l l l l l l l m m
        m m m m n n n n n n n n o o o o
        o o o o p p p p r r r r r r r r
        s s s s s s s s s s t t t t t t
        t t u u u u u u u u u u v v v v
        w w w w w w w w w w x x x x y y
        z z z z z z h t w y - s - - ss -
        a a a a a a a a a a a a a a a a
        a a a a a a a a e e e e e e e e
        e e e e e e e e i i i i o o o o
        o o o o o o o o o o o o o o o o
        o o o o u u u u u u u u u u u u
        u u y y y y y y y y - - - - - -
        """
}
