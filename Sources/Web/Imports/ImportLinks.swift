import Domain

extension Links {
    func importJob(_ job: ImportJob.ID, at institution: Institution.ID) -> String { importPage(.consoleImport, job, at: institution) }

    /// A page below one import.
    func importPage(
        _ route: PageRoute, _ job: ImportJob.ID, at institution: Institution.ID, _ query: [(name: String, value: String?)] = []
    ) -> String {
        path(route, id: "\(institution.rawValue)/\(job.rawValue)") + QueryString(query).text
    }

    func table(_ what: String, _ format: String, of institution: String) -> String {
        path(.consoleTable, id: institution) + QueryString([("what", what), ("format", format)]).text
    }
}
