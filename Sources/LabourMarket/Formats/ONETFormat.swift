import Domain

/// O*NET's Technology Skills and Tools Used, brought to NOC 2021 through a crosswalk: which technologies an occupation works with.
///
/// Software is named by product, as employers name it; tools by their commodity, because O*NET lists 18,000 examples of them.
enum ONETFormat: ReleaseFormat {
    static let software = FileShape(
        name: "Technology Skills.txt", columns: ["O*NET-SOC Code", "Example", "Commodity Title", "Hot Technology", "In Demand"])
    static let tools = FileShape(name: "Tools Used.txt", columns: ["O*NET-SOC Code", "Example", "Commodity Title"])
    static let shapes = [software, tools, ONETCrosswalk.plain, ONETCrosswalk.weighted]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let crosswalk = try ONETCrosswalk(files, background)
        var usage = TechnologyUsage(crosswalk)
        try readSoftware(files.one(software), into: &usage)
        try readTools(files.one(tools), into: &usage)
        return ReleaseContent(tables: usage.tables + [crosswalk.table])
    }

    private static func readSoftware(_ file: DelimitedText, into usage: inout TechnologyUsage) throws(DelimitedTextError) {
        let columns = try file.require("O*NET-SOC Code", "Example", "Hot Technology", "In Demand")
        let flags = ["Y": true, "N": false]
        for row in file.rows {
            let code = try ONETCrosswalk.code(row, columns[0])
            let name = ReleaseTable.folded(try row.text(columns[1]))
            let isHot = try row.choice(columns[2], of: flags)
            let isInDemand = try row.choice(columns[3], of: flags)
            usage.add(name, .software, of: code, isHot: isHot, isInDemand: isInDemand)
        }
    }

    private static func readTools(_ file: DelimitedText, into usage: inout TechnologyUsage) throws(DelimitedTextError) {
        let columns = try file.require("O*NET-SOC Code", "Commodity Title")
        for row in file.rows {
            let code = try ONETCrosswalk.code(row, columns[0])
            usage.add(ReleaseTable.folded(try row.text(columns[1])), .tool, of: code, isHot: false, isInDemand: false)
        }
    }
}
