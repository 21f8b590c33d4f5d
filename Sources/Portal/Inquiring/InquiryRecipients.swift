package import Domain
import Matching
import Storage

/// Who exactly receives an inquiry, at one institution.
package struct InquiryRecipient: Sendable {
    package let institution: Institution.ID
    package let programs: [Program.ID]
    package let destination: Destination
    /// The rule that decided; `nil` for the general contact and what stands in for it.
    package let rule: RoutingRule.ID?
    /// Hours that half of the latest replies took; `nil` with fewer than five.
    package let medianReplyHours: Int?
}

extension InquiryDesk {
    /// In the order in which they were asked for. Programs that are no longer offered are passed over.
    func recipients(of inquiry: Inquiry, _ connection: any SQLConnection) throws -> [InquiryRecipient] {
        let catalogue = catalogue.current
        let programs = inquiry.programs.compactMap(catalogue.program)
        var order: [Institution.ID] = []
        for id in programs.map(\.institution) + inquiry.institutions where !order.contains(id) && catalogue.institutions[id] != nil {
            order.append(id)
        }
        return try order.map { institution in
            let asked = programs.filter { $0.institution == institution }
            let (destination, rule) = try destination(
                at: institution, subject: Self.subject(inquiry, asked), connection)
            return InquiryRecipient(
                institution: institution, programs: asked.map(\.id), destination: destination, rule: rule,
                medianReplyHours: Self.medianHours(try connection.replyTimes(of: institution)))
        }
    }

    func destination(
        at institution: Institution.ID, subject: RoutingSubject, _ connection: any SQLConnection
    ) throws -> (destination: Destination, rule: RoutingRule.ID?) {
        let routing = try connection.routing(of: institution)
        let managers = routing.mailboxes.isEmpty ? try connection.managers(of: institution).map(\.email) : []
        return routing.destination(of: subject, managers: managers, portal: portal)
    }

    static func subject(_ inquiry: Inquiry, _ programs: [Program]) -> RoutingSubject {
        RoutingSubject(
            purpose: inquiry.purpose, departments: programs.flatMap { [$0.department.en, $0.department.fr].compactMap(\.self) },
            places: [inquiry.place] + programs.flatMap { $0.offerings.compactMap(\.place?.city) }, language: inquiry.language)
    }

    /// Five: with fewer, one slow week would be a figure.
    private static let fewestReplies = 5

    static func medianHours(_ times: [Int64]) -> Int? {
        guard times.count >= fewestReplies else { return nil }
        let sorted = times.sorted()
        let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        return max(1, Int((middle + 1_800_000) / 3_600_000))
    }
}
