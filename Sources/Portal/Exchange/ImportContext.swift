package import Domain

/// What the records of a file are checked against. Shared by all of them, which is why it is a class.
package final class ImportContext: Sendable {
    /// Those that programs may belong to.
    package let institutions: Set<Institution.ID>
    package let information: LabourMarketInformation
    /// The only one whose programs may be written; `nil` for whoever may write those of all.
    package let own: Institution.ID?

    package init(institutions: Set<Institution.ID>, information: LabourMarketInformation, own: Institution.ID? = nil) {
        self.institutions = institutions
        self.own = own
        self.information = information
    }
}
