package import Domain
package import Storage

/// Puts the demonstration into the database: what is missing is added, what differs is changed, the rest is left alone.
package struct LoadDemonstration: Sendable {
    private let database: any SQLDatabase

    package init(database: any SQLDatabase) { self.database = database }

    /// - Returns: how many institutions and programs were written; none when everything was there as it should be today.
    @discardableResult
    package func callAsFunction(
        today: CalendarDate, information: LabourMarketInformation, now: Timestamp
    ) async throws -> (institutions: Int, programs: Int) {
        let demonstration = try DemonstrationCatalogue(today: today, information: information)
        let storedInstitutions = Set(try await InstitutionStore(database).all())
        let storedPrograms = Set(try await ProgramStore(database).programs(demonstration.programs.map(\.id)))
        let institutions = demonstration.institutions.filter { !storedInstitutions.contains($0) }
        let programs = demonstration.programs.filter { !storedPrograms.contains($0) }
        try await database.write { connection in
            if !institutions.isEmpty { try connection.save(institutions, at: now) }
            if !programs.isEmpty { try connection.save(programs, at: now) }
        }
        return (institutions.count, programs.count)
    }
}
