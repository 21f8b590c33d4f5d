import Domain

extension LabourMarketInformation {
    /// `former-occupations` (noc-2016, noc-2021), in the order of both.
    mutating func loadFormerOccupations(_ release: Release) throws(ReleaseError) {
        var rows = try release.requiredTable("former-occupations").cursor(of: .noc2016)
        while try rows.next() {
            let code = try rows.occupation(1)
            // A later NOC may have dropped a group: what became of the old one is then not known any more.
            guard occupations.isEmpty || occupations[code] != nil else { continue }
            formerOccupations[try rows.text(0), default: []].append(code)
        }
    }
}
