import Domain
import Matching

extension Classification {
    /// A few titles of a few unit groups, in the classification's own manner, with made-up sizes and duties.
    static let sample = Classification(
        rows: table.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map { $0.trimmingSpaces() }
            return Row(code: cells[0], language: Language(rawValue: cells[1]) ?? .en, label: cells[2])
        },
        dutyWords: ["72106": [.en: ["weld": 6, "metal": 3], .fr: ["soudag": 4]], "33102": [.en: ["patient": 5, "feed": 2]]],
        employment: ["33102": 330_000, "44101": 120_000, "31301": 300_000, "72106": 90_000, "73300": 310_000, "65310": 210_000])

    private static let table = """
        31301 | en | Registered nurse (R.N.)
        31301 | en | Nurse
        31301 | fr | Infirmier/infirmière
        33102 | en | Personal support worker - nursing care
        33102 | en | Nurse aide
        33102 | fr | Préposé/préposée aux bénéficiaires
        44101 | en | Personal support worker - home support
        44101 | en | Home support worker
        44101 | fr | Préposé/préposée aux bénéficiaires - soins à domicile
        65310 | en | Housekeeper
        65310 | fr | Préposé/préposée à l'entretien ménager
        72106 | en | Welder
        72106 | en | Welder-fitter
        72106 | fr | Soudeur/soudeuse
        73300 | en | Truck driver
        73300 | fr | Camionneur/camionneuse
        41210 | en | Welding instructor - community college
        14100 | en | Clerk, office
        14112 | en | Clerk - hospital admission
        """
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
