/// Who offers programs.
package struct Institution: Hashable, Sendable {
    package typealias ID = Identifier<Institution>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case college, university
        case indigenousInstitute = "indigenous-institute"
        case privateCareerCollege = "private-career-college"
        case otherTrainer = "other-trainer"
    }

    /// A short readable key, stable for ever, used in addresses and in the import: `northern-lakes-college`.
    package let id: ID
    package var name: LocalizedText
    package var kind: Kind
    /// The institution's own site.
    package var url: String
    package var place: Place
    /// Invented for the demonstration: pages say so.
    package var isDemonstration: Bool
    /// The economic region or province it serves, where somebody said so.
    package var region: Region.ID?
    /// Whom the portal's operators write to. Not shown to the public.
    package var contact: EmailAddress?
    /// The day it closed; `nil` while it is open.
    package var closedOn: CalendarDate?

    package init(
        id: ID, name: LocalizedText, kind: Kind, url: String, place: Place, isDemonstration: Bool = false, region: Region.ID? = nil,
        contact: EmailAddress? = nil, closedOn: CalendarDate? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.url = url
        self.place = place
        self.isDemonstration = isDemonstration
        self.region = region
        self.contact = contact
        self.closedOn = closedOn
    }
}

/// Where something happens: a town, and a postal code when it is known.
package struct Place: Hashable, Sendable, Codable {
    package var city: String
    /// `K1A 0B1`, or its first half.
    package var postalCode: String?

    package init(city: String, postalCode: String? = nil) {
        self.city = city
        self.postalCode = postalCode
    }
}
