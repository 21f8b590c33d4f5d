import Domain
import Hummingbird
import Matching
import Portal

/// The board of what nobody offers, in an institution's console, and the page that pledges a program for a request.
struct UnmetNeedController {
    let site: Site
    let needs: NeedServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleUnmetNeed, .institution(.viewInstitution), get: board)
        routes.console(
            .consolePledge, .institution(.viewInstitution), writing: .institution(.editPrograms), get: { try await look($0) },
            post: { try await pledge($0) })
    }

    private func board(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let labourMarket = site.services.catalogue.current.labourMarket
        let asked = request.page
        let days = UnmetNeedPage.periods.first { String($0) == asked.text("days") } ?? UnmetNeedPage.periods[1]
        let region = labourMarket.region(Region.ID(asked.text("region")))?.id
        let occupation = OccupationCode(asked.text("occupation")).flatMap { labourMarket.occupation($0)?.code }
        let board = try await needs.board(for: institution.id, days: days, region: region, occupation: occupation)
        return .page(UnmetNeedPage(request: request, institution: institution.id, days: days, board: board).page, in: request.view)
    }

    private func look(_ request: ConsoleRequest) async throws -> Response {
        let (institution, asked) = try await self.asked(request)
        var fields = PledgeProgram.Fields()
        if let pledge = asked.pledge {
            fields.program = pledge.program?.rawValue ?? ""
            fields.planned = pledge.planned ?? ""
            fields.readyOn = pledge.readyOn?.description ?? ""
            fields.note = pledge.note
        }
        return .page(PledgePage(request: request, institution: institution, asked: asked, fields: fields).page, in: request.view)
    }

    private func pledge(_ request: ConsoleRequest) async throws -> Response {
        let (institution, asked) = try await self.asked(request)
        var fields = PledgeProgram.Fields()
        fields.program = request.page.field("program")
        fields.planned = request.page.field("planned")
        fields.readyOn = request.page.field("ready-on")
        fields.note = String((request.page.fields["note"].map(String.init) ?? "").prefix(PledgeProgram.longestNote + 1)).trimmed
        do {
            try await needs.pledge(fields, for: asked.request.id, at: institution, by: request.person)
        } catch let problem as PledgeProgram.Problem {
            switch problem {
            case .gone: throw PortalError.notFound
            case .notAllowed: throw PortalError.forbidden
            case .nothing, .program, .long, .date, .longNote:
                let page = PledgePage(request: request, institution: institution, asked: asked, fields: fields, problem: problem)
                return .page(page.page, in: request.view, status: .badRequest)
            }
        }
        let address = request.links.path(.consoleUnmetNeed, id: institution.rawValue)
        return .redirect(to: address + QueryString([("notice", "pledged")]).text, status: .seeOther)
    }

    private func asked(_ request: ConsoleRequest) async throws -> (Institution.ID, NeedBoard.Request) {
        guard let institution = request.institution,
            let asked = try await needs.board.request(NeedRequest.ID(request.page.component("request")), for: institution.id)
        else { throw PortalError.notFound }
        return (institution.id, asked)
    }
}
