import Domain
import Foundation

@testable import LabourMarket

/// Publishers' tables in their own formats, with invented figures.
enum RegionalFixtures {
    static func background(_ kind: ReleaseKind, inUse: [Release] = []) throws -> [Release] {
        [try FormatFixtures.noc(), try BuiltInReleases.release(.geography), try BuiltInReleases.release(kind)] + inUse
    }

    static func read(_ kind: ReleaseKind, _ contents: String..., inUse: [Release] = []) throws -> Release {
        let sources = contents.enumerated().map { SourceText(name: "file\($0.offset + 1)-2025-2027.csv", bytes: Array($0.element.utf8)) }
        return try ReleaseReader.read(kind: kind, texts: sources, background: try background(kind, inUse: inUse))
    }

    /// What the portal would know of it.
    static func market(_ release: Release) throws -> LabourMarketInformation {
        try LabourMarketInformation(releases: try background(release.kind) + [release])
    }

    static let wages = """
        \u{FEFF}NOC_CNP,NOC_Title_eng,NOC_Title_fra,prov,ER_Code_Code_RE,ER_Name,Nom_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,\
        High_Wage_Salaire_Maximal,Average_Wage_Salaire_Moyen,Quartile1_Wage_Salaire_Quartile1,Quartile3_Wage_Salaire_Quartile3,Source2025_NHQ,\
        Data_Source_E,Data_Source_F,Reference_Period,Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel,Wage_Comment_E,Wage_Comment_F,\
        EmployeesWithNonWageBenefit_Pct
        NOC_33102,Nurse aides,Aides,NAT,ER00,Canada,Canada,18.25,23.50,28.75,23.9,21,26,LFS,LFS,EPA,2023-2024,2025-11-19,0,,,70
        NOC_33102,Nurse aides,Aides,ON,ER35,Ontario,Ontario,18.50,24,29,24.1,21,26,LFS,LFS,EPA,2023-2024,2025-11-19,0,,,70
        NOC_33102,Nurse aides,Aides,ON,ER3590,Northeast,Nord-Est,,,,,,,N/A,N/A,S.O.,NA,2025-11-19,0,Not published,Non publié,
        NOC_72106,Welders,Soudeurs,ON,ER3510,Ottawa,Ottawa,41600,62400.5,,,,,Census,Census,Rec.,2021,2025-11-18,1,,,
        NOC_72106,Welders,Soudeurs,BC,ER59,British Columbia,Colombie-Britannique,22,30,40,,,,LFS,LFS,EPA,2023-2024,2025-11-19,0,,,

        """

    static let vacancies = """
        "REF_DATE","GEO","DGUID","National Occupational Classification","Statistics","UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VECTOR",\
        "COORDINATE","VALUE","STATUS","SYMBOL","TERMINATED","DECIMALS"

        """
        + vacancyRows(
            ("2024-10", "Ontario", "2021A000235", 999, "A"), ("2025-01", "Ontario", "2021A000235", 400, "A"),
            ("2025-04", "Ontario", "2021A000235", 500, "E"), ("2025-07", "Ontario", "2021A000235", nil, "F"),
            ("2025-10", "Ontario", "2021A000235", 631, "B"), ("2025-10", "Canada", "2021A000011124", 1500, "A"),
            ("2025-10", "Northwest, Ontario", "2021S05003595", nil, "x"), ("2025-10", "Manitoba", "2021A000246", 75, "A"))

    static func vacancyRows(_ rows: (date: String, place: String, id: String, value: Int?, status: String)...) -> String {
        rows.map { row in
            let (date, place, id, value, status) = row
            let count = value.map(String.init) ?? ""
            return """
                "\(date)","\(place)","\(id)","Total, all occupations","Job vacancies","Number","223","units","0","v1","1.1.1","9","A","","","0"
                "\(date)","\(place)","\(id)","Welders and related machine operators [72106]","Job vacancies","Number","223","units","0","v2",\
                "1.2.1","\(count)","\(status)","","","0"
                "\(date)","\(place)","\(id)","Welders and related machine operators [72106]","Average offered hourly wage","Dollars","81","units",\
                "0","v3","1.2.5","30.15","A","","","2"

                """
        }.joined()
    }

    /// A month's postings as Job Bank writes them: UTF-16 with byte order mark, tab-separated, 65 columns.
    static func postings(_ rows: [(code: String, province: String, region: String, day: String)]) -> [UInt8] {
        let known = [
            "Job Title", "NOC21 Code", "NOC21 Code Name", "First Posting Date", "Vacancy Count", "Province/Territory", "City",
            "Economic Region",
        ]
        let header = known + (known.count..<65).map { "Column \($0)" }
        let lines = rows.map { row in
            let cells = ["soudeur 3/8\" \u{1F525}", row.code, "", row.day, "4", row.province, "", row.region]
            return cells + Array(repeating: "", count: 57)
        }
        let text = ([header] + lines).map { $0.joined(separator: "\t") }.joined(separator: "\r\n") + "\r\n"
        return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static func readPostings(
        _ files: [(name: String, rows: [(code: String, province: String, region: String, day: String)])], inUse: [Release] = []
    ) throws -> Release {
        try ReleaseReader.read(
            kind: .postings, texts: files.map { SourceText(name: $0.name, bytes: postings($0.rows)) },
            background: try background(.postings, inUse: inUse))
    }
}
