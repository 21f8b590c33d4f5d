import Domain
import HTTPTypes
import Portal
import Testing
import Web

/// Every route of the consoles as every role, and as the neighbour's manager. Routes come from the router itself: one that is added is walked.
@Suite struct PolicyMatrixTests {
    /// Who walks, and the membership they have.
    private enum Walker: String, CaseIterable {
        case viewer, editor, manager, counsellor, `operator`, neighbour

        var membership: Membership {
            switch self {
            case .viewer: Membership(.viewer, at: ConsolePortal.institution)!
            case .editor: Membership(.editor, at: ConsolePortal.institution)!
            case .manager: Membership(.manager, at: ConsolePortal.institution)!
            case .counsellor: Membership(.counsellor)!
            case .operator: Membership(.operator)!
            case .neighbour: Membership(.manager, at: ConsolePortal.neighbour)!
            }
        }

        /// As the policy says it, for the institution whose pages are walked.
        func mayMeet(_ need: ConsoleNeed) -> Bool {
            switch need {
            case .enrolling, .signedIn: true
            case .institution(let permission): AccessPolicy.allows(permission, at: ConsolePortal.institution, [membership])
            case .portal(let permission): AccessPolicy.allows(permission, at: nil, [membership])
            }
        }
    }

    private struct Step: CustomStringConvertible {
        let method: HTTPRequest.Method
        let path: String
        let need: ConsoleNeed

        var description: String { "\(method) \(path)" }
    }

    /// The guarded routes, with the institution, an account and a member in the places of the path.
    private func steps(_ portal: ConsolePortal, member: Account.ID) -> [Step] {
        portal.application.routes().compactMap { listing in
            guard let need = listing.need, listing.method == .get || listing.method == .post else { return nil }
            let isOfInstitution = if case .institution = need { true } else { false }
            let path = listing.path.replacing("{id}", with: isOfInstitution ? ConsolePortal.institution.rawValue : member.rawValue)
                .replacing("{member}", with: member.rawValue).replacing("{program}", with: "dementia").replacing("{version}", with: "1")
                .replacing(/\{\w+\}/, with: "x")
            return Step(method: listing.method, path: path, need: need)
        }
    }

    private func send(_ step: Step, _ cookie: String?, _ portal: ConsolePortal) async throws -> Answer {
        let headers = cookie.map { ["Cookie": $0] } ?? [:]
        guard step.method == .post else { return try await portal.client.get(step.path, headers: headers) }
        return try await portal.client.post(step.path, [], headers: headers.merging(["Sec-Fetch-Site": "same-origin"]) { $1 })
    }

    @Test func `there are routes to walk, and each is in both languages`() async throws {
        let portal = try await ConsolePortal()
        let steps = steps(portal, member: "x")
        #expect(steps.count >= 30)
        #expect(steps.count { $0.path.hasPrefix("/en/") } == steps.count { $0.path.hasPrefix("/fr/") })
        #expect(steps.allSatisfy { !$0.path.contains("{") })
    }

    @Test func `every path of a console or an account that is not for signing in is guarded`() async throws {
        let portal = try await ConsolePortal()
        let open: [PageRoute] = [
            .signIn, .signOut, .secondFactor, .recoveryCode, .passwordRequest, .passwordReset, .invitation, .emailConfirmation,
        ]
        let openPaths = Set(Language.allCases.flatMap { language in open.map { "/\(language.rawValue)" + $0.pattern(language) } })
        let places = [PageRoute.console, .account].flatMap { route in Language.allCases.map { "/\($0.rawValue)" + route.pattern($0) } }
        let unguarded = portal.application.routes().filter { listing in
            let isInside = places.contains { listing.path == $0 || listing.path.hasPrefix($0 + "/") }
            return isInside && listing.need == nil && !openPaths.contains(listing.path) && [.get, .post, .head].contains(listing.method)
        }
        // A method that is refused on every path is registered without a need.
        let refused = try await unguarded.asyncFilter { try await portal.client.send($0.method, $0.path).status != 405 }
        #expect(refused.map { "\($0.method) \($0.path)" } == [])
    }

    @Test func `every role may do what the policy says, on every route, and nothing else`() async throws {
        let portal = try await ConsolePortal()
        let member = try await portal.person("Member", Membership(.viewer, at: ConsolePortal.institution)!)
        for walker in Walker.allCases {
            let visitor = try await portal.person(walker.rawValue, walker.membership)
            for step in steps(portal, member: member.account.id) {
                let answer = try await send(step, visitor.cookie, portal)
                let wasRefused = answer.status == 403
                #expect(wasRefused == !walker.mayMeet(step.need), "\(walker) \(step): \(answer.status)")
                if !wasRefused {
                    #expect(answer.status < 500, "\(walker) \(step): \(answer.status)")
                    let leadsOut = answer.header("Location").map { $0.contains("/sign-in") || $0.contains("/connexion") } ?? false
                    #expect(!leadsOut, "\(walker) \(step) leads to \(answer.header("Location") ?? "")")
                }
                #expect(answer.header("Cache-Control") == "no-store", "\(step)")
            }
        }
    }

    @Test func `without a session every guarded route leads to where one signs in, and changes nothing`() async throws {
        let portal = try await ConsolePortal()
        for cookie in [
            nil, "__Host-tremplin-session=\(SecretToken.random().text)", "__Host-tremplin-session=nonsense", "tremplin-session=x",
        ] {
            for step in steps(portal, member: "x") {
                let answer = try await send(step, cookie, portal)
                let language: Language = step.path.hasPrefix("/fr") ? .fr : .en
                #expect(
                    answer.status == 303 && answer.header("Location")?.hasPrefix(Links(language).path(.signIn)) == true,
                    "\(step): \(answer.status)")
                #expect(answer.header("Cache-Control") == "no-store")
            }
        }
    }

    @Test(arguments: [Role.manager, .operator]) func `who must have a second factor can do nothing before they have one`(role: Role)
        async throws
    {
        let portal = try await ConsolePortal()
        let membership = try #require(Membership(role, at: ConsolePortal.institution) ?? Membership(role))
        let visitor = try await portal.person("Newcomer", membership, enrols: false)
        for step in steps(portal, member: visitor.account.id) where step.need != .enrolling {
            let answer = try await send(step, visitor.cookie, portal)
            let language: Language = step.path.hasPrefix("/fr") ? .fr : .en
            #expect(
                answer.status == 303 && answer.header("Location") == Links(language).path(.accountSecondFactor), "\(step): \(answer.status)"
            )
        }
        #expect(try await visitor.get("/en/account/authenticator").status == 200)
    }

    @Test func `between the password and the code nothing is open`() async throws {
        let portal = try await ConsolePortal()
        _ = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let answer = try await portal.client.post(
            "/en/account/sign-in", [("email", portal.email("Max")), ("password", ConsolePortal.password)])
        let cookie = "__Host-tremplin-session=\(try #require(answer.session))"
        for step in steps(portal, member: "x") {
            let refused = try await send(step, cookie, portal)
            let language: Language = step.path.hasPrefix("/fr") ? .fr : .en
            #expect(
                refused.status == 303 && refused.header("Location") == Links(language).path(.secondFactor), "\(step): \(refused.status)")
        }
    }

    @Test func `every route that takes a form refuses one from elsewhere, whoever is signed in`() async throws {
        let portal = try await ConsolePortal()
        let visitor = try await portal.person("Olive", Membership(.operator)!)
        let writes: Set<HTTPRequest.Method> = [.post, .put, .patch, .delete]
        var walked = 0
        for listing in portal.application.routes() where writes.contains(listing.method) {
            let path = listing.path.replacing(/\{\w+\}/, with: "x")
            for origin in [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"], [:]] {
                let form = ["Cookie": visitor.cookie, "Content-Type": "application/x-www-form-urlencoded"].merging(origin) { $1 }
                let answer = try await portal.client.send(listing.method, path, headers: form)
                // Reads what is sent to it, for whoever asks, and changes nothing.
                if listing.path == "/api/v1/postings" { continue }
                // Mail programs end mailings from anywhere: the secret in the path says what may be done, and this one opens nothing.
                if Language.allCases.contains(where: { listing.path == "/\($0.rawValue)" + PageRoute.outreachEnd.pattern($0) }) {
                    #expect(answer.status == (listing.method == .post ? 410 : 405), "\(listing.method) \(listing.path): \(answer.status)")
                    continue
                }
                // The interface asks for a key, and passes the cookie over.
                let refusal = listing.path.hasPrefix("/api/") ? 401 : 403
                #expect(answer.status == refusal || answer.status == 405, "\(listing.method) \(listing.path): \(answer.status)")
                if answer.status == 403 { walked += 1 }
            }
        }
        #expect(walked >= 3 * 50)
    }

    @Test func `somebody who is not of the staff is not found on its pages, whoever looks`() async throws {
        let portal = try await ConsolePortal()
        let stranger = try await portal.person("Stranger", Membership(.editor, at: ConsolePortal.neighbour)!)
        let manager = try await portal.person("Max", Membership(.manager, at: ConsolePortal.institution)!)
        let path = "/en/console/institutions/northern-lakes/staff/\(stranger.account.id)"
        #expect(try await manager.get(path).status == 404)
        #expect(try await manager.post(path, [("role", "manager")]).status == 404)
        // Nor through the own institution's path is the neighbour's staff reached.
        #expect(try await manager.get("/en/console/institutions/ecole-du-fer/staff/\(stranger.account.id)").status == 403)
        #expect(try await portal.accounts.staff.member(stranger.account.id)?.memberships.map(\.role) == [.editor])
    }
}

extension Sequence {
    fileprivate func asyncFilter(_ isIncluded: (Element) async throws -> Bool) async rethrows -> [Element] {
        var result: [Element] = []
        for element in self where try await isIncluded(element) { result.append(element) }
        return result
    }
}
