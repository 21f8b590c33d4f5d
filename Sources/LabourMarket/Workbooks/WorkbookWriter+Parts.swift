/// The parts of a workbook beside its sheets.
extension WorkbookWriter {
    static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"
    private static let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static func contentTypes(_ sheets: Int) -> String {
        var text = #"<Types xmlns="\#(packages)/content-types">"#
        text += #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        text += #"<Default Extension="xml" ContentType="application/xml"/>"#
        text += #"<Override PartName="/xl/workbook.xml" ContentType="\#(sheet).sheet.main+xml"/>"#
        text += #"<Override PartName="/xl/styles.xml" ContentType="\#(sheet).styles+xml"/>"#
        for number in 1...max(1, sheets) {
            text += #"<Override PartName="/xl/worksheets/sheet\#(number).xml" ContentType="\#(sheet).worksheet+xml"/>"#
        }
        return text + "</Types>"
    }

    static let relations =
        #"<Relationships xmlns="\#(packages)/relationships">"#
        + #"<Relationship Id="rId1" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#

    static func workbook(_ sheets: [String]) -> String {
        var bytes: [UInt8] = []
        bytes += #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\#(office)"><sheets>"#.utf8
        for (index, name) in sheets.enumerated() {
            bytes += #"<sheet name=""#.utf8
            WorkbookText.escaped(name, into: &bytes)
            bytes += #"" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#.utf8
        }
        bytes += "</sheets></workbook>".utf8
        return String(decoding: bytes, as: UTF8.self)
    }

    static func workbookRelations(_ sheets: Int) -> String {
        var text = #"<Relationships xmlns="\#(packages)/relationships">"#
        for number in 1...max(1, sheets) {
            text += #"<Relationship Id="rId\#(number)" Type="\#(office)/worksheet" Target="worksheets/sheet\#(number).xml"/>"#
        }
        return text + #"<Relationship Id="rId\#(sheets + 1)" Type="\#(office)/styles" Target="styles.xml"/></Relationships>"#
    }

    /// In the order of `Style`: plain, head, text (no number is made of what is typed), date, marked, wrapped, marked text. `49` is the built-in
    /// format for texts.
    static let styles =
        #"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
        + #"<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>"#
        + #"<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>"#
        + #"<font><sz val="11"/><color rgb="FF8A1C00"/><name val="Calibri"/></font></fonts>"#
        + #"<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>"#
        + #"<fill><patternFill patternType="solid"><fgColor rgb="FFE3EFEB"/></patternFill></fill>"#
        + #"<fill><patternFill patternType="solid"><fgColor rgb="FFFDE7D3"/></patternFill></fill></fills>"#
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"7\">"
        + #"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#
        + #"<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>"#
        + #"<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>"#
        + #"<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>"#
        + #"<xf numFmtId="49" fontId="2" fillId="3" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"#
        + #"<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"#
        + #"<xf numFmtId="49" fontId="0" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf>"#
        + "</cellXfs>"
        + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
}
