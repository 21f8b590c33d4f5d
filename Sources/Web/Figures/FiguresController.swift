import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The way from a list to an outcome in numbers: of an institution for those who have a role there, and of all for whoever runs the portal.
struct FiguresController {
    let referrals: ReadReferrals

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleFigures, .institution(.viewInstitution), get: figures)
        routes.console(.consolePortalFigures, .portal(.managePortal), get: portal)
    }

    private func figures(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let asked = AskedPeriod(request.page, today: referrals.today)
        if asked.isFile { return try await file(of: institution.id, asked) }
        let page = FiguresPage(
            request: request, institution: institution.id, asked: asked,
            figures: try await referrals(of: institution.id, in: asked.period),
            programs: try await referrals.programs(of: institution.id, in: asked.period),
            unmet: try await referrals.unmet(in: asked.period), sort: FiguresSort(request.page.text("sort")))
        return .page(page.page, in: request.view, status: asked.problems.isEmpty ? .ok : .badRequest)
    }

    private func file(of institution: Institution.ID, _ asked: AskedPeriod) async throws -> Response {
        let rows = try await referrals.programsByMonth(of: institution, in: asked.period)
        return .download(ReferralTable.programs(rows, of: institution), named: "\(institution.rawValue)-\(asked.fileName)", .csv)
    }

    private func portal(_ request: ConsoleRequest) async throws -> Response {
        let asked = AskedPeriod(request.page, today: referrals.today)
        if asked.isFile { return try await portalFile(request, asked) }
        let page = PortalFiguresPage(
            request: request, asked: asked, figures: try await referrals(of: nil, in: asked.period),
            rows: try await referrals.institutions(in: asked.period), sort: FiguresSort(request.page.text("sort")))
        return .page(page.page, in: request.view, status: asked.problems.isEmpty ? .ok : .badRequest)
    }

    private func portalFile(_ request: ConsoleRequest, _ asked: AskedPeriod) async throws -> Response {
        let rows = try await referrals.institutions(in: asked.period, byMonth: true)
        let names = request.view.site.services.catalogue.current.institutions
        return .download(ReferralTable.institutions(rows, names: names), named: "portal-\(asked.fileName)", .csv)
    }
}

/// The period in an address. Where it is none, that of the last 30 days and a sentence.
struct AskedPeriod {
    let period: ReferralPeriod
    let problems: FormProblems
    /// As they were typed.
    let from: String
    let to: String
    /// As a file for a spreadsheet.
    let isFile: Bool

    init(_ request: PageRequest, today: CalendarDate) {
        from = String(request.text("from").prefix(20))
        to = String(request.text("to").prefix(20))
        do {
            period = try ReferralPeriod(request.text("period"), from: from, to: to, today: today)
            problems = FormProblems()
        } catch {
            period = ReferralPeriod(today: today)
            let field = error.problem == .from || error.problem == .future ? "from" : "to"
            problems = FormProblems(
                field, request.view.t("figures.problem.\(error.problem.rawValue)", ["most": String(ReferralPeriod.mostMonths)]))
        }
        isFile = request.text("format") == "csv" && problems.isEmpty
    }

    /// What an address of the same period has.
    var query: [(String, String?)] {
        guard problems.isEmpty else { return [("period", "months"), ("from", from), ("to", to)] }
        return period.choice == .months
            ? [("period", "months"), ("from", from), ("to", to)] : [("period", period.choice.rawValue)]
    }

    var fileName: String { "\(period.days.lowerBound)-\(period.days.upperBound)" }
}

/// By what a table of figures is ordered: a step, the largest first; or names.
enum FiguresSort: Equatable {
    case name
    case step(ReferralStep)

    init(_ text: String) {
        self = text == "name" ? .name : .step(ReferralStep(rawValue: text) ?? .view)
    }

    var name: String {
        switch self {
        case .name: "name"
        case .step(let step): step.rawValue
        }
    }

    /// Whether a row comes before another: the larger number first, and by name where they have the same.
    func puts(_ a: ReferralCounts, before b: ReferralCounts, byName isFirst: Bool) -> Bool {
        guard case .step(let step) = self, a[step] != b[step] else { return isFirst }
        return a[step] > b[step]
    }
}
