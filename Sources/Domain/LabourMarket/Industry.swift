/// A sector, subsector or industry group of NAICS Canada 2022.
package struct Industry: Hashable, Sendable {
    package typealias Code = Identifier<Industry>

    /// `31-33`, `62`, `621`, `6211`. A sector that spans several first digits keeps its published range.
    package let code: Code
    package let title: LocalizedText
    /// The code one level up; `nil` for a sector.
    package let parent: Code?

    package init(code: Code, title: LocalizedText, parent: Code?) {
        self.code = code
        self.title = title
        self.parent = parent
    }

    /// 1 sector, 2 subsector, 3 industry group.
    package var level: Int { parent == nil ? 1 : code.rawValue.count - 1 }
}
