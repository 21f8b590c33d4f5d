extension Links {
    /// A list as an address: whoever opens it sees the list, and nobody had to store it.
    package func shortList(_ programs: ProgramCodes = ProgramCodes([])) -> String {
        path(.shortList) + QueryString([("ids", programs.text)]).text
    }

    package func shortListPrint(_ programs: ProgramCodes) -> String {
        path(.shortListPrint) + QueryString([("ids", programs.text)]).text
    }

    /// - Parameter list: the short list one came from, to go back to.
    package func compare(_ programs: ProgramCodes, list: ProgramCodes = ProgramCodes([]), onlyDifferences: Bool = false) -> String {
        path(.compare)
            + QueryString([("ids", programs.text), ("list", list.text), ("show", onlyDifferences ? "differences" : nil)]).text
    }
}
