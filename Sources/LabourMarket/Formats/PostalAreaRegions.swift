/// The economic region a postal-code area of Ontario lies in, by the longest prefix listed.
///
/// Chosen by hand from the counties the areas serve. Rural areas (second character 0) and a few towns cross a boundary; they are given
/// the region where most of their places are. Good for "near you" and regional figures, not an official correspondence.
enum PostalAreaRegions {
    static func region(of area: String) -> String? {
        (1...3).reversed().lazy.compactMap { regions[String(area.prefix($0))] }.first
    }

    private static let regions: [String: String] = {
        var regions: [String: String] = [:]
        for (region, prefixes) in prefixesByRegion {
            for prefix in prefixes.split(separator: " ") { regions[String(prefix)] = region }
        }
        return regions
    }()

    private static let prefixesByRegion = [
        // Ottawa; Stormont, Dundas and Glengarry; Prescott and Russell; Leeds and Grenville; Lanark.
        "3510": "K0A K0B K0C K0E K0G K1 K2 K4 K6 K7A K7C K7G K7H",
        // Frontenac; Lennox and Addington; Hastings; Prince Edward; Renfrew.
        "3515": "K0H K0J K0K K7K K7L K7M K7N K7P K7R K7S K7V K8",
        // Northumberland; Peterborough; Kawartha Lakes; Haliburton; Muskoka.
        "3520": "K0L K0M K9 L0A L1A P0B P0C P0E P1H P1L P1P",
        // Toronto; Durham; York; Peel; Halton.
        "3530": "M L0B L0C L0E L0G L0H L0J L0P L1 L3P L3R L3S L3T L3X L3Y L4 L5 L6 L7 L9E L9L L9N L9P L9T",
        // Dufferin; Wellington; Waterloo; Simcoe.
        "3540": "L0K L0L L0M L0N L3V L3Z L4M L4N L4R L9J L9M L9R L9S L9V L9W L9Y L9Z N0B N1 N2 N3A N3B N3C N3E N3H",
        // Hamilton; Niagara; Haldimand-Norfolk; Brant.
        "3550": "L0R L0S L2 L3 L8 L9 N0A N0E N1A N3 N4B",
        // Oxford; Elgin; Middlesex.
        "3560": "N0J N0L N4G N4S N4T N4V N5 N6 N7G",
        // Chatham-Kent; Essex; Lambton.
        "3570": "N0N N0P N0R N7 N8 N9",
        // Perth; Huron; Bruce; Grey.
        "3580": "N0C N0G N0H N0K N0M N2Z N4 N5A N7A",
        // Nipissing; Parry Sound; Manitoulin; Sudbury; Timiskaming; Cochrane; Algoma.
        "3590": "P0 P1 P2 P3 P4 P5 P6",
        // Thunder Bay; Rainy River; Kenora.
        "3595": "P0T P0V P0W P0X P0Y P7 P8 P9",
    ]
}
