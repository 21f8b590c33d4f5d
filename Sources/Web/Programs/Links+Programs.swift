import Domain

extension Links {
    /// A page of one program in its institution's console.
    /// - Parameter version: of its history.
    func program(_ route: PageRoute, _ program: Program.ID, at institution: Institution.ID, version: Int? = nil) -> String {
        path(route, id: Self.programPath(program, at: institution, version: version))
    }

    /// The ids such a page's address is made of.
    static func programPath(_ program: Program.ID, at institution: Institution.ID, version: Int? = nil) -> String {
        ([institution.rawValue, program.rawValue] + (version.map { [String($0)] } ?? [])).joined(separator: "/")
    }
}
