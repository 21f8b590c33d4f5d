import Domain

extension LabourMarketInformation {
    /// `regions` (id, en, fr), `provinces` (the same), `postal-areas` (code, place, latitude, longitude, region).
    mutating func loadGeography(_ release: Release) throws(ReleaseError) {
        var rows = try release.requiredTable("regions").cursor(of: .geography)
        while try rows.next() { regions.append(Region(id: Region.ID(try rows.text(0)), name: rows.bilingual(1, 2))) }
        if let table = release.table("provinces") {
            var rows = table.cursor(of: .geography)
            while try rows.next() { provinces.append(Region(id: Region.ID(try rows.text(0)), name: rows.bilingual(1, 2))) }
        }
        let known = Set(regions.map(\.id))
        var areas = try release.requiredTable("postal-areas").cursor(of: .geography)
        while try areas.next() {
            let region = Region.ID(areas.string(4))
            guard known.contains(region) else { throw areas.error(4, .unknownReference) }
            let code = try areas.text(0)
            postalAreas[code] = PostalArea(
                code: code, place: areas.string(1),
                coordinate: Coordinate(latitude: try areas.decimal(2), longitude: try areas.decimal(3)), region: region)
        }
    }
}
