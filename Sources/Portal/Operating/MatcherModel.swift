import LabourMarket
package import Matching

/// The trained model that job titles and program texts are compared with.
package enum MatcherModel {
    /// Read once. `nil` when the portal was built without one, or when the file cannot be read: the portal then matches by words alone, and
    /// `doctor` says so.
    package static let builtIn = BuiltInModel.bytes().flatMap { try? EmbeddingDocument.read($0) }
}
