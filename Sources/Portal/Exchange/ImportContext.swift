package import Domain

/// What the records of a file are checked against. Shared by all of them, which is why it is a class.
package final class ImportContext: Sendable {
    /// Those that programs may belong to.
    package let institutions: Set<Institution.ID>
    package let information: LabourMarketInformation

    package init(institutions: Set<Institution.ID>, information: LabourMarketInformation) {
        self.institutions = institutions
        self.information = information
    }
}
