import Domain
import HTML
import HummingbirdCore
import Portal

/// What the form of an inquiry sends, read and judged.
struct InquiryFields: Sendable {
    var purpose: Inquiry.Purpose
    var headCount: String
    var place: String
    var timing: String
    var message: String
    var name: String
    var organisation: String
    /// As it was typed, also when it is no address.
    var email: String
    var language: Language
    /// A field no person sees: what fills it in is a program.
    var website = ""

    static let longestMessage = 5_000

    init(_ inquiry: Inquiry) {
        purpose = inquiry.purpose
        headCount = inquiry.headCount
        place = inquiry.place
        timing = inquiry.timing
        message = inquiry.message
        name = inquiry.name
        organisation = inquiry.organisation
        email = inquiry.email?.text ?? ""
        language = inquiry.language
    }

    init(_ request: PageRequest, else purpose: Inquiry.Purpose) {
        self.purpose = Inquiry.Purpose(rawValue: request.field("purpose")) ?? purpose
        headCount = request.line("head-count")
        place = request.line("place")
        timing = request.line("timing")
        message = request.passage("message", most: Self.longestMessage)
        name = request.line("name")
        organisation = request.line("organisation")
        email = request.line("email")
        language = Language(rawValue: request.field("language")) ?? request.view.language
        website = request.field("website")
    }

    func apply(to inquiry: inout Inquiry) {
        inquiry.purpose = purpose
        inquiry.headCount = headCount
        inquiry.place = place
        inquiry.timing = timing
        inquiry.message = message
        inquiry.name = name
        inquiry.organisation = organisation
        inquiry.email = EmailAddress(email)
        inquiry.language = language
    }

    func problems(_ t: Texts.Reader) -> FormProblems {
        var problems = FormProblems()
        if message.isEmpty { problems.add("message", t("inquiry.problem.message")) }
        if name.isEmpty { problems.add("name", t("inquiry.problem.name")) }
        if purpose != .question, organisation.isEmpty { problems.add("organisation", t("inquiry.problem.organisation")) }
        if EmailAddress(email) == nil { problems.add("email", t(email.isEmpty ? "inquiry.problem.noEmail" : "inquiry.problem.email")) }
        if !website.isEmpty { problems.add("website", t("inquiry.problem.website")) }
        return problems
    }
}

extension PageRequest {
    /// One line of a form, without anything that is no text.
    func line(_ name: Substring) -> String {
        var text = ""
        for scalar in field(name).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text.trimmed
    }

    /// A text of several lines, whichever line ends a browser sends.
    func passage(_ name: Substring, most: Int) -> String {
        let value = (fields[name].map(String.init) ?? "").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var text = ""
        for scalar in value.unicodeScalars where scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control {
            text.unicodeScalars.append(scalar)
        }
        return String(text.prefix(most)).trimmed
    }
}
