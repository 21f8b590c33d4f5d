package import Domain
package import Storage

/// Plans and applies an import against the database.
package struct ImportPrograms: Sendable {
    private let programs: ProgramStore
    private let institutions: InstitutionStore

    package init(database: any SQLDatabase) {
        programs = ProgramStore(database)
        institutions = InstitutionStore(database)
    }

    /// Changes nothing.
    package func plan(
        _ data: [UInt8], format: ProgramTableFormat, information: LabourMarketInformation, now: Timestamp
    ) async throws -> ImportPlan {
        ProgramImport.plan(
            data, format: format, existing: try await programs.all(), institutions: Set(try await institutions.all().map(\.id)),
            information: information, now: now)
    }

    /// Writes what is new and what changed, in one transaction. A plan with errors writes nothing.
    package func apply(_ plan: ImportPlan, now: Timestamp) async throws {
        guard !plan.isRefused, !plan.programs.isEmpty else { return }
        try await programs.save(plan.programs, at: now)
    }
}
