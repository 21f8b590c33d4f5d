/// Something that not everybody may do. Named for the act, not for the page it is done on.
package enum Permission: String, Sendable, CaseIterable {
    // At one institution.
    case viewInstitution
    case editPrograms
    /// Publish, unpublish and archive.
    case publishPrograms
    case importPrograms
    case reviewTags
    case answerInquiries
    /// Write to employers of the directory.
    case reachEmployers
    case manageStaff
    /// The institution's own description, its mailboxes, its keys for the interface.
    case manageInstitution

    // Everywhere.
    case manageInstitutions
    case manageOperators
    case readAuditLog
    case managePortal
    case adviseClients

    /// Whether it is given for one institution at a time.
    package var isOfInstitution: Bool {
        switch self {
        case .viewInstitution, .editPrograms, .publishPrograms, .importPrograms, .reviewTags, .answerInquiries, .reachEmployers,
            .manageStaff, .manageInstitution:
            true
        case .manageInstitutions, .manageOperators, .readAuditLog, .managePortal, .adviseClients: false
        }
    }
}
