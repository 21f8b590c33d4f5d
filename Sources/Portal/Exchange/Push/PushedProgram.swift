package import Domain

/// A program in the JSON form, and the tag its version is known by.
package struct PushedProgram: Sendable {
    package let id: Program.ID
    package let reference: String
    package let json: String
    /// Of the whole program: changed by whoever changes anything of it.
    package let tag: String

    /// - Parameter isPublic: without tags that are not approved, and without who decided about those that are.
    init(_ program: Program, isPublic: Bool = false) {
        id = program.id
        reference = program.reference
        var shown = program
        if isPublic { shown.tags = program.tags.filter { $0.state == .approved }.map { Tag($0.target) } }
        json = shown.json.description
        tag = "\"" + SecretBytes.hexadecimal(SecretBytes.hash(Array(json.utf8))).prefix(32) + "\""
    }
}
