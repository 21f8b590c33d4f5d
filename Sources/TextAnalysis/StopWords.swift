/// Words that carry no meaning of their own, folded.
package enum StopWords {
    package static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all = Set((english + " " + french).split(whereSeparator: \.isWhitespace).map(String.init))

    private static let english = """
        a an the and or of for in to at on by with from as into per via etc is are be been being was were has have had may might can could
        will would should this that these those their there they them its it he she his her who which whom whose what when where while
        such other than then also not no nor any all some each both but if so we our us you your i my me
        """

    private static let french = """
        le la les l de du des d un une et ou en au aux a pour par sur sous dans avec sans chez vers ce cet cette ces se sa son ses leur
        leurs il elle ils elles on nous vous je tu mon ma mes ton ta notre nos votre vos qui que qu dont est sont etre ont
        peuvent peut ainsi ni ne pas plus y autre autres tout tous toute toutes
        """
}
