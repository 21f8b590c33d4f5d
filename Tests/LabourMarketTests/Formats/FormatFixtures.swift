import Domain

@testable import LabourMarket

/// Two unit groups and their classes, in the publisher's format.
enum FormatFixtures {
    static let classes = """
        \u{FEFF}code,name_english,description_english,name_french,description_french
        3,Health occupations,,Secteur de la santé,
        33,Assisting occupations,,Personnel de soutien,
        331,Assisting occupations,,Personnel de soutien,
        3310,Assisting occupations,,Personnel de soutien,
        33102,Nurse aides,Nurse aides assist patients.,Aides-infirmiers/aides-infirmières,Les aides aident les patients.
        7,Trades,,Métiers,
        72,Technical trades,,Métiers techniques,
        721,Machining,,Usinage,
        7210,Machining,,Usinage,
        72106,Welders,"Welders weld metal, and more.",Soudeurs/soudeuses,Les soudeurs soudent.

        """
    static let titlesEN = """
        noc2021,title,unit_group_title
        33102,Orderly ,Nurse aides
        72106,Welder,Welders
        72106,Invented welder,Welders

        """
    static let titlesFR = """
        noc2021,title,unit_group_title
        33102,Préposé/préposée aux bénéficiaires,Aides-infirmiers/aides-infirmières
        72106,Soudeur/soudeuse,Soudeurs/soudeuses

        """
    static let examples = """
        noc_code,type_english,name_english,type_french,name_french
        33102,All examples,orderly,Tous les exemples,préposé
        72106,All examples,welder,Tous les exemples,soudeur

        """
    static let duties = """
        noc_code,type_english,name_english,type_french,name_french
        72106,Main duties,Welders perform some or all of the following duties:,Fonctions principales,Les soudeurs exercent les fonctions suivantes :
        72106,Main duties,Weld joints; operate welding machines,Fonctions principales,souder des joints

        """

    static func texts(_ contents: String...) -> [SourceText] {
        contents.enumerated().map { SourceText(name: "file\($0.offset + 1).csv", bytes: Array($0.element.utf8)) }
    }

    static func noc(titles: String = titlesEN) throws -> Release {
        try ReleaseReader.read(
            kind: .noc, texts: texts(titlesFR, duties, classes, examples, titles), background: [try BuiltInReleases.release(.noc)])
    }

    /// The two unit groups, and what is built in of the kind.
    static func background(_ kind: ReleaseKind) throws -> [Release] { [try noc(), try BuiltInReleases.release(kind)] }

    static func read(_ kind: ReleaseKind, _ contents: String...) throws -> Release {
        let sources = contents.enumerated().map { SourceText(name: "file\($0.offset + 1).csv", bytes: Array($0.element.utf8)) }
        return try ReleaseReader.read(kind: kind, texts: sources, background: try background(kind))
    }
}

extension OccupationCode {
    static let nurseAides = OccupationCode("33102")!
    static let welders = OccupationCode("72106")!
    static let administrativeAssistants = OccupationCode("13110")!
}
