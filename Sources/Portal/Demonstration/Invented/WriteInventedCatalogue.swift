import Domain
import LabourMarket

/// Writes an invented catalogue as the tables an import reads, in bounded memory.
package struct WriteInventedCatalogue: Sendable {
    private let catalogue: InventedCatalogue

    package init(_ catalogue: InventedCatalogue) { self.catalogue = catalogue }

    /// Programs in the form of `docs/import-format.md`.
    /// - Parameter write: given the text piece by piece, in order.
    package func programs(_ write: (String) throws -> Void) async throws {
        var writer = DelimitedTextWriter(columns: ProgramColumn.names)
        try await catalogue.forEachBatch { programs in
            for program in programs { writer.append(ProgramCells.cells(program).map(GuardedCell.guarded)) }
            try write(String(decoding: writer.take(), as: UTF8.self))
        }
        try write(String(decoding: writer.take(), as: UTF8.self))
    }

    /// The institutions that programs may belong to, as `import institutions` reads them.
    package func institutions() -> String {
        var writer = DelimitedTextWriter(columns: ["id", "name_en", "name_fr", "kind", "url", "city", "postal_code"])
        for institution in catalogue.institutions {
            writer.append([
                institution.id.rawValue, institution.name.en ?? "", institution.name.fr ?? "", institution.kind.rawValue, institution.url,
                institution.place.city, institution.place.postalCode ?? "",
            ])
        }
        return writer.text
    }
}
