package import Domain
import Foundation
import LabourMarket

/// An institution as an operator types it.
package struct InstitutionFields: Hashable, Sendable {
    package var id = ""
    package var nameEnglish = ""
    package var nameFrench = ""
    package var kind = Institution.Kind.college.rawValue
    package var url = ""
    package var city = ""
    package var postalCode = ""
    package var region = ""
    package var contact = ""

    package init() {}

    package init(_ institution: Institution) {
        id = institution.id.rawValue
        nameEnglish = institution.name.en ?? ""
        nameFrench = institution.name.fr ?? ""
        kind = institution.kind.rawValue
        url = institution.url
        city = institution.place.city
        postalCode = institution.place.postalCode ?? ""
        region = institution.region?.rawValue ?? ""
        contact = institution.contact?.text ?? ""
    }

    /// The key that is made of the name where none was typed: small letters, digits and dashes.
    package var key: String {
        let text = id.isBlank ? (nameEnglish.isBlank ? nameFrench : nameEnglish) : id
        var key = ""
        for character in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if Self.isKeyScalar(character) {
                key.unicodeScalars.append(character)
            } else if character.properties.canonicalCombiningClass == .notReordered, !key.hasSuffix("-"), !key.isEmpty, character != "’",
                character != "'"
            {
                key += "-"
            }
        }
        while key.hasSuffix("-") { key.removeLast() }
        return String(key.prefix(60))
    }

    static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 60 && text.unicodeScalars.allSatisfy { isKeyScalar($0) || $0 == "-" }
            && !text.hasPrefix("-") && !text.hasSuffix("-")
    }

    private static func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }

    /// - Parameter known: the institution that is changed; `nil` for a new one.
    func institution(changing known: Institution?, _ information: LabourMarketInformation) throws(OperatingError) -> Institution {
        var problems: [OperatingProblem] = []
        let name = LocalizedText(en: nameEnglish.trimmed, fr: nameFrench.trimmed)
        if name.isEmpty { problems.append(OperatingProblem("name-en", "name")) }
        if known == nil, !Self.isKey(key) { problems.append(OperatingProblem("key", "key")) }
        let kind = Institution.Kind(rawValue: kind)
        if kind == nil { problems.append(OperatingProblem("kind", "choice")) }
        if !ReferToInstitution.isWebAddress(url.trimmed) { problems.append(OperatingProblem("url", "url")) }
        if city.isBlank { problems.append(OperatingProblem("city", "city")) }
        let code = postalCode.isBlank ? nil : postalCode.trimmed.uppercased()
        if let code, PostalArea.code(in: code) == nil { problems.append(OperatingProblem("postal-code", "postalCode")) }
        let region = region.isBlank ? nil : Region.ID(region)
        if let region, information.region(region) == nil { problems.append(OperatingProblem("region", "choice")) }
        let contact = contact.isBlank ? nil : EmailAddress(contact)
        if contact == nil, !self.contact.isBlank { problems.append(OperatingProblem("contact", "email")) }
        guard let kind, problems.isEmpty else { throw .fields(problems) }
        return Institution(
            id: known?.id ?? Institution.ID(key), name: name, kind: kind, url: url.trimmed,
            place: Place(city: city.trimmed, postalCode: code), isDemonstration: known?.isDemonstration ?? false, region: region,
            contact: contact, closedOn: known?.closedOn)
    }
}
