/// One occupation's figures of one sort, as published for the country, its provinces and their economic regions.
/// Not every place has one: what is not published is absent.
package struct ByRegion<Figure: Sendable>: Sendable {
    /// By place; `nil` is the whole country.
    private var figures: [Region.ID?: Figure] = [:]

    package init() {}

    package subscript(region: Region.ID?) -> Figure? {
        get { figures[region] }
        set { figures[region] = newValue }
    }

    package var isEmpty: Bool { figures.isEmpty }
    /// Where there is a figure: the country first, then provinces and regions by number.
    package var places: [Region.ID?] { figures.keys.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") } }

    /// The figure for the place asked for; else for the province around it; else for the country.
    package func nearest(to region: Region.ID?) -> Published<Figure>? {
        var place = region
        while true {
            if let figure = figures[place] { return Published(figure: figure, region: place, asked: region) }
            guard let inner = place else { return nil }
            place = inner.province
        }
    }
}

/// A figure, and the place it is true of: perhaps a wider one than was asked for.
package struct Published<Figure: Sendable>: Sendable {
    package let figure: Figure
    /// `nil` for the whole country.
    package let region: Region.ID?
    package let asked: Region.ID?

    package init(figure: Figure, region: Region.ID?, asked: Region.ID?) {
        self.figure = figure
        self.region = region
        self.asked = asked
    }

    /// Nothing is published for the place asked for, and this stands in.
    package var isForWiderPlace: Bool { region != asked }
}

extension Published: Equatable where Figure: Equatable {}

extension Region.ID {
    /// The province or territory around an economic region: its first two digits. `nil` for a province, which only the country is around.
    package var province: Region.ID? { rawValue.utf8.count > 2 ? Region.ID(String(rawValue.prefix(2))) : nil }
}
