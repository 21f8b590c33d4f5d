package import Domain
package import Hummingbird
import Matching

/// Reads what somebody asks of a plan out of an address. What cannot be understood becomes a sentence on the page.
package struct PlanForm {
    let from: String
    let fromOccupation: OccupationCode?
    let have: String
    let to: String
    let toOccupation: OccupationCode?
    /// As typed, shown again even when wrong.
    let budgetText: String
    let byText: String
    let hoursText: String
    private(set) var budget: Money?
    private(set) var by: CalendarDate?
    private(set) var hoursPerWeek: Int?
    private(set) var deliveries: Set<Offering.Delivery> = []
    private(set) var region: Region.ID?
    /// Of instruction; `nil` for any.
    private(set) var language: Language?
    private let pageLanguage: Language
    /// The fields about the start, or the goal, were sent, filled in or not. A link that leads here with the other alone leaves them out.
    let asksStart: Bool
    let asksGoal: Bool
    let usesOSAP: Bool
    package private(set) var problems: [SearchForm.Problem] = []

    static let anyLanguage = "any"

    /// The value of the parameter `language`; `nil` when it need not be said.
    var languageValue: String? { language == pageLanguage ? nil : language?.rawValue ?? Self.anyLanguage }

    /// Every parameter, in the order of addresses.
    package static let names = [
        "from", "from-occupation", "have", "to", "to-occupation", "budget", "by", "hours", "delivery", "region", "language", "osap",
    ]

    /// - Parameter pageLanguage: what programs are taught in when nothing else is asked for.
    package init(_ parameters: Parameters, in pageLanguage: Language, labourMarket: LabourMarketInformation, today: CalendarDate) {
        func text(_ name: Substring) -> String { String((parameters[name].map(String.init) ?? "").prefix(200)).trimmed }
        from = text("from")
        have = text("have")
        to = text("to")
        fromOccupation = OccupationCode(text("from-occupation")).flatMap { labourMarket.occupation($0)?.code }
        toOccupation = OccupationCode(text("to-occupation")).flatMap { labourMarket.occupation($0)?.code }
        budgetText = text("budget")
        byText = text("by")
        hoursText = text("hours")
        asksStart = parameters["from"] != nil || parameters["have"] != nil || parameters["from-occupation"] != nil
        asksGoal = parameters["to"] != nil || parameters["to-occupation"] != nil
        usesOSAP = text("osap") != "no"
        self.pageLanguage = pageLanguage
        language = pageLanguage
        readLimits(today)
        let deliveries = parameters.getAll("delivery").filter { !$0.isEmpty }
        self.deliveries = Set(deliveries.compactMap { Offering.Delivery(rawValue: String($0)) })
        if deliveries.contains(where: { Offering.Delivery(rawValue: String($0)) == nil }) { note("delivery", "plan.problem.choice") }
        if !text("region").isEmpty {
            region = labourMarket.region(Region.ID(text("region")))?.id
            if region == nil { note("region", "plan.problem.choice") }
        }
        if !text("language").isEmpty {
            language = Language(rawValue: text("language"))
            if language == nil, text("language") != Self.anyLanguage { note("language", "plan.problem.choice") }
        }
    }

    private mutating func readLimits(_ today: CalendarDate) {
        if !budgetText.isEmpty {
            let digits = budgetText.filter { $0 != "$" && $0 != "," && !$0.isWhitespace }
            if let dollars = Int(digits), (0...1_000_000).contains(dollars) {
                budget = Money(dollars: dollars)
            } else {
                note("budget", "plan.problem.budget")
            }
        }
        if !byText.isEmpty {
            if let date = CalendarDate(byText), date > today, date.days(since: today) <= 3_660 {
                by = date
            } else {
                note("by", "plan.problem.by")
            }
        }
        if !hoursText.isEmpty {
            if let hours = Int(hoursText), (1...80).contains(hours) {
                hoursPerWeek = hours
            } else {
                note("hours", "plan.problem.hours")
            }
        }
    }

    private mutating func note(_ field: String, _ sentence: String) {
        problems.append(.init(field: field, sentence: sentence))
    }

    /// Nothing has been asked yet.
    var isEmpty: Bool { to.isEmpty && toOccupation == nil && from.isEmpty && fromOccupation == nil && have.isEmpty }
    var hasStart: Bool { !from.isEmpty || fromOccupation != nil || !have.isEmpty }
    var hasGoal: Bool { !to.isEmpty || toOccupation != nil }

    /// The form as an address, with another occupation chosen for one of the two jobs.
    func query(from chosenFrom: OccupationCode? = nil, to chosenTo: OccupationCode? = nil) -> QueryString {
        QueryString(
            [
                ("from", from), ("from-occupation", (chosenFrom ?? fromOccupation)?.rawValue), ("have", have), ("to", to),
                ("to-occupation", (chosenTo ?? toOccupation)?.rawValue), ("budget", budgetText), ("by", byText), ("hours", hoursText),
            ] + deliveries.map(\.rawValue).sorted().map { ("delivery", $0) } + [
                ("region", region?.rawValue), ("language", languageValue), ("osap", usesOSAP ? nil : "no"),
            ])
    }

    /// - Parameter held: what `have` was understood as.
    func request(from: OccupationCode?, to: OccupationCode, held: [TagTarget]) -> PlanRequest {
        PlanRequest(
            from: from, held: Set(held), to: to, budget: budget, by: by, hoursPerWeek: hoursPerWeek, deliveries: deliveries, region: region,
            language: language, usesOSAP: usesOSAP)
    }
}
