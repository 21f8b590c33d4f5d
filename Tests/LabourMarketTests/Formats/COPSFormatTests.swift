import Domain
import Testing

@testable import LabourMarket

struct COPSFormatTests {
    private let header = """
        Code,Occupation_Name,Nom_de_la_profession,Employment_emploi_2023,Employment_Growth_croissance_emploi,Retirements_retraites,\
        Other_Replacement_autre_remplacement,Total_Job_Openings_Perspective_d'emploi,School_Leavers_Sortants_scolaires,Immigration,\
        Other_Seekers_autres_chercheurs,Job_Seekers_Chercheurs_emploi,Recent_Labour_Market_Conditions,\
        Conditions_récentes_sur_le_marché_du_travail,Future_Labour_Market_Conditions,Conditions_futures_sur_le_marché_du_travail

        """
    private let total = "00000,All,Toutes,20170900,2589900,4307200,1212000,8109100,5865800,2552300,-179200,\"8,238,800\",N/A,N/D,N/A,N/D\n"
    private let aides =
        "33102,Nurse aides,Aides,300000,90000,60000,20000,170000,90000,40000,10000,\"140,000\",Balance,À équilibre,Strong risk of Shortage,Risque\n"
    private let welders = "72106,Welders,Soudeurs,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/D,N/A,N/D\n"

    private func read(_ content: String) throws -> Release {
        // The publisher's encoding.
        let bytes = content.unicodeScalars.map { UInt8($0.value) }
        return try ReleaseReader.read(
            kind: .cops, texts: [SourceText(name: "cops.csv", bytes: bytes)], background: try FormatFixtures.background(.cops))
    }

    @Test func `a projection carries value, horizon and figures`() throws {
        let release = try read(header + total + aides + welders)
        let market = try LabourMarketInformation(releases: [release])
        let outlook = try #require(market.outlook(OccupationCode.nurseAides))
        #expect(outlook.value == .strongShortage)
        #expect(outlook.horizon == 2024...2033)
        #expect(outlook.region == nil)
        #expect(
            outlook.figures
                == Outlook.Figures(employment: 300_000, employmentGrowth: 90_000, retirements: 60_000, openings: 170_000, seekers: 140_000))
        #expect(release.version == "2024-2033")
        #expect(release.asOf == CalendarDate("2023-12-31"))
    }

    @Test func `an occupation without a projection has none`() throws {
        let market = try LabourMarketInformation(releases: [try read(header + welders)])
        #expect(market.outlooks.isEmpty)
    }

    @Test func `totals and broad categories are passed over`() throws {
        #expect(try read(header + total + total.replacing("00000", with: "TEER_1")).table("outlooks")?.rowCount == 0)
    }

    @Test func `a number that is none is refused with row, column and value`() {
        let error = #expect(throws: ReleaseReadingError.self) { try read(header + total + aides.replacing("60000", with: "6o000")) }
        #expect(error?.description == "cops.csv, row 3, column \"Retirements_retraites\": \"6o000\" is not a whole number.")
    }

    @Test func `conditions that nobody has published yet are refused`() {
        let error = #expect(throws: ReleaseReadingError.self) {
            try read(header + aides.replacing("Strong risk of Shortage", with: "Boom"))
        }
        #expect(error?.description.contains("column \"Future_Labour_Market_Conditions\": \"Boom\" is not one of") == true)
    }

    @Test(arguments: ["33103", "3102", "33902"])
    func `an unknown occupation is refused`(code: String) {
        #expect(throws: ReleaseReadingError.self) { try read(header + aides.replacing("33102", with: code)) }
    }

    @Test func `an occupation given twice is refused`() {
        let error = #expect(throws: ReleaseReadingError.self) { try read(header + aides + aides) }
        #expect(error?.description == "cops.csv, row 3, column \"Code\": \"33102\" is already in row 2.")
    }
}
