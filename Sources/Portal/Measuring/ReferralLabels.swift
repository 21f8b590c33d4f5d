package import Domain
package import Storage

/// What programs of an institution are called, those that are archived among them; one that is gone keeps its id.
package struct ReferralLabels: Sendable {
    private let labels: [Program.ID: ProgramLabel]

    package init(_ database: any SQLDatabase, of institution: Institution.ID) async throws {
        let found = try await database.read { try $0.programKeys(of: institution) }
        labels = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    package func line(_ id: Program.ID?, _ counts: ReferralCounts) -> ReferralFigures.Line {
        let label = id.flatMap { labels[$0] }
        return ReferralFigures.Line(
            program: id, title: label?.title ?? LocalizedText(), reference: label?.reference ?? id?.rawValue ?? "", counts: counts)
    }
}
