/// What a model file says of itself.
package struct EmbeddingHeader: Hashable, Sendable {
    /// One set of data the model was trained on.
    package struct Origin: Hashable, Sendable {
        package let name: String
        package let version: String
        package let licence: String

        package init(name: String, version: String, licence: String) {
            self.name = name
            self.version = version
            self.licence = licence
        }
    }

    /// Of the rows.
    package var dimensions: Int
    /// A power of two.
    package var rows: Int
    /// Which recipe of docs/matching.md made it.
    package var recipe: Int
    package var seed: UInt64
    package var origins: [Origin]
    /// What was kept out of training so that it can be measured; empty for the model in use.
    package var leftOut: String

    package init(dimensions: Int, rows: Int, recipe: Int, seed: UInt64, origins: [Origin], leftOut: String = "") {
        self.dimensions = dimensions
        self.rows = rows
        self.recipe = recipe
        self.seed = seed
        self.origins = origins
        self.leftOut = leftOut
    }
}
