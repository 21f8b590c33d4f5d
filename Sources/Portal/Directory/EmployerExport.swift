import Domain
import Foundation
import Matching

/// The file an employer gets: docs/privacy.md says what each key means. Times are ISO 8601 in UTC, institutions by their names.
struct EmployerExport: Encodable {
    let address: String
    let exportedAt: String
    let directoryEntry: Entry?
    let messagesFromInstitutions: [Message]
    let inquiries: [AskedInquiry]
    let requests: [Request]
    let consents: [Consent]

    struct Entry: Encodable {
        let organisation, contact, language, note, consentWording, createdAt, expiresAt: String
        let confirmedAt: String?
        let isPaused: Bool
        let interests, industries, regions, refusedInstitutions: [String]
    }

    struct Message: Encodable { let institution, from, replyTo, subject, text, sentAt: String }

    struct AskedInquiry: Encodable {
        let purpose, headCount, place, timing, message, name, organisation, language, createdAt, expiresAt: String
        let consentWording: String?
        let programs: [String]
        let deliveries: [Asked]
    }

    struct Asked: Encodable {
        let institution, status: String
        let queuedAt, sentAt, openedAt, repliedAt, closedAt, outcome: String?
        let messages: [Said]
    }

    struct Said: Encodable { let from, text, at: String }

    struct Request: Encodable {
        let wanted, organisation, language, createdAt, expiresAt: String
        let occupation, region: String?
        let people: Int?
        let skillsAndTools: [String]
        let pledges: [Pledge]
    }

    struct Pledge: Encodable {
        let institution, note, createdAt: String
        let program, planned, readyOn, namedAt: String?
    }

    struct Consent: Encodable {
        let at, purpose, act, way: String
        let wording, language, institution: String?
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}

extension EmployerExport {
    init(_ record: EmployerRecord, _ desk: DirectoryDesk, in language: Language, at now: Timestamp) {
        let catalogue = desk.catalogue.current
        let labourMarket = catalogue.labourMarket
        let place = { (id: Institution.ID) in desk.catalogue.institutionName(id, language) }
        let time = { (time: Timestamp) in Date(timeIntervalSince1970: Double(time.milliseconds) / 1000).ISO8601Format() }
        let title = { (id: Program.ID) in catalogue.program(id)?.title.text(language) ?? id.rawValue }
        address = record.email.text
        exportedAt = time(now)
        directoryEntry = record.entry.map { entry in
            Entry(
                organisation: entry.organisation, contact: entry.contact, language: entry.language.rawValue, note: entry.note,
                consentWording: entry.consent, createdAt: time(entry.createdAt), expiresAt: time(entry.expiresAt),
                confirmedAt: entry.confirmedAt.map(time), isPaused: entry.isPaused, interests: entry.interests.map(\.rawValue),
                industries: entry.industries.map { labourMarket.industry($0)?.title.text(language) ?? $0.rawValue },
                regions: entry.regions.map { labourMarket.region($0)?.name.text(language) ?? $0.rawValue },
                refusedInstitutions: record.refused.map(place))
        }
        messagesFromInstitutions = record.letters.map {
            Message(
                institution: place($0.institution), from: $0.author, replyTo: $0.replyTo.text, subject: $0.subject, text: $0.text,
                sentAt: time($0.sentAt))
        }
        inquiries = record.inquiries.map { inquiry, deliveries in
            AskedInquiry(
                purpose: inquiry.purpose.rawValue, headCount: inquiry.headCount, place: inquiry.place, timing: inquiry.timing,
                message: inquiry.message, name: inquiry.name, organisation: inquiry.organisation, language: inquiry.language.rawValue,
                createdAt: time(inquiry.createdAt), expiresAt: time(inquiry.expiresAt), consentWording: inquiry.consent,
                programs: inquiry.programs.map(title),
                deliveries: deliveries.map { delivery, messages in
                    Asked(
                        institution: place(delivery.institution), status: delivery.status.rawValue, queuedAt: delivery.queuedAt.map(time),
                        sentAt: delivery.sentAt.map(time), openedAt: delivery.openedAt.map(time), repliedAt: delivery.repliedAt.map(time),
                        closedAt: delivery.closedAt.map(time), outcome: delivery.outcome?.rawValue,
                        messages: messages.map { Said(from: $0.side.rawValue, text: $0.text, at: time($0.at)) })
                })
        }
        requests = record.requests.map { request, pledges in
            Request(
                wanted: request.wanted, organisation: request.organisation, language: request.language.rawValue,
                createdAt: time(request.createdAt), expiresAt: time(request.expiresAt), occupation: request.occupation?.rawValue,
                region: request.region.map { labourMarket.region($0)?.name.text(language) ?? $0.rawValue }, people: request.people,
                skillsAndTools: request.targets.map(\.code),
                pledges: pledges.map {
                    Pledge(
                        institution: place($0.institution), note: $0.note, createdAt: time($0.createdAt), program: $0.program.map(title),
                        planned: $0.planned, readyOn: $0.readyOn?.description, namedAt: $0.revealedAt.map(time))
                })
        }
        consents = record.consents.map {
            Consent(
                at: time($0.at), purpose: $0.purpose.rawValue, act: $0.act.rawValue, way: $0.way.rawValue, wording: $0.wording,
                language: $0.language?.rawValue, institution: $0.institution.map(place))
        }
    }
}
