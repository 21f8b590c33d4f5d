import Domain
import Hummingbird
import Matching
import Portal
import Storage

/// The review of suggested tags, in an institution's console, and how good the suggestions are.
struct ReviewController {
    let site: Site
    let publishing: PublishingServices
    /// As many tags as a program can have.
    private static let mostItems = 500

    func addRoutes(to routes: PortalRoutes) {
        let (view, review) = (ConsoleNeed.institution(.viewInstitution), ConsoleNeed.institution(.reviewTags))
        routes.console(.consoleReview, view, writing: review, get: queue, post: decide)
        routes.console(.consoleReviewUndo, view, writing: review, get: { back($0, []) }, post: undo)
        routes.console(.consoleReviewBulk, view, writing: review, get: bulk, post: approve)
        routes.console(.consoleReviewChanges, view, writing: review, get: changes, post: takeOrLeave)
        routes.console(.consoleReviewQuality, view, get: quality)
        routes.console(.consoleTagQuality, .portal(.managePortal), get: allQuality)
    }

    // MARK: The queue

    private func queue(_ request: ConsoleRequest) async throws -> Response {
        let here = try request.here
        let queue = try await publishing.review.queue(of: here)
        let asked = Program.ID(request.page.text("program"))
        var sheet = try await publishing.review.sheet(asked, at: here)
        if sheet?.items.isEmpty ?? true, let first = queue.waiting.first {
            sheet = try await publishing.review.sheet(first.id, at: here)
        }
        let titles = queue.textless.isEmpty ? [] : try await publishing.list.overviews(of: here)
        let page = ReviewPage(
            request: request, queue: queue, sheet: sheet?.items.isEmpty ?? true ? nil : sheet,
            last: try await publishing.review.lastReview(of: request.person, at: here), now: publishing.clock.now,
            programs: Dictionary(titles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }))
        return .page(page.page, in: request.view)
    }

    private func decide(_ request: ConsoleRequest) async throws -> Response {
        let here = try request.here
        let id = Program.ID(request.page.field("program"))
        let before = try await publishing.review.queue(of: here)
        // Somebody may have decided about some meanwhile: the numbers of the fields are those of the page.
        let verdicts = ReviewVerdicts.read(request.page, most: Self.mostItems)
        let percent = request.page.field("do") == "above" ? Int(request.page.field("from")) : nil
        let shown = Int64(request.page.field("shown")).map { Timestamp(milliseconds: $0) }
        let next = before.next(after: id, standingAt: Int(request.page.field("place")))
        do {
            let count = try await publishing.review.decide(
                verdicts, approvingFrom: percent.map { Double(min(100, max(0, $0))) / 100 }, on: id, at: here, shownAt: shown,
                by: request.person)
            return back(request, [("program", next?.rawValue), ("done", count > 0 ? String(count) : nil)])
        } catch let error as PublishingError { throw PortalError(error) }
    }

    private func undo(_ request: ConsoleRequest) async throws -> Response {
        do {
            let found = try await publishing.review.undo(
                TagReview.ID(request.page.field("review")), at: try request.here, by: request.person)
            let pairs: [(name: String, value: String?)] = [
                ("restored", found.map { String($0.restored) }), ("left", found.flatMap { $0.left > 0 ? String($0.left) : nil }),
            ]
            if request.page.field("back") == "bulk" { return go(.consoleReviewBulk, request, pairs) }
            return back(request, [("program", request.page.field("program"))] + pairs)
        } catch let error as PublishingError { throw PortalError(error) }
    }

    // MARK: Many at once

    private func bulk(_ request: ConsoleRequest) async throws -> Response { try await bulk(request, isChanged: false) }

    private func bulk(_ request: ConsoleRequest, isChanged: Bool) async throws -> Response {
        let here = try request.here
        let choice = BulkChoice(request.page)
        let isAsked = choice != nil
        let found = try await publishing.reviewInBulk.look(choice ?? BulkChoice(), at: here, samples: ReviewBulkPage.samples)
        let page = ReviewBulkPage(
            request: request, choice: choice ?? BulkChoice(), found: isAsked ? found : nil, isChanged: isChanged,
            done: try await publishing.reviewInBulk.done(at: here), newer: try await publishing.review.queue(of: here).newer)
        return .page(page.page, in: request.view, status: isChanged ? .conflict : .ok)
    }

    private func approve(_ request: ConsoleRequest) async throws -> Response {
        guard let choice = BulkChoice(request.page) else { return try await bulk(request, isChanged: false) }
        do {
            let count = try await publishing.reviewInBulk.approve(
                choice, expecting: Int(request.page.field("expected")) ?? -1, at: try request.here, by: request.person)
            return go(.consoleReviewBulk, request, [("done", String(count))])
        } catch ReviewInBulk.Failure.changed {
            return try await bulk(request, isChanged: true)
        } catch let error as PublishingError { throw PortalError(error) }
    }

    // MARK: A newer matcher or taxonomy

    private func changes(_ request: ConsoleRequest) async throws -> Response {
        let comparison = try await publishing.compareReadings(at: try request.here, samples: ReviewChangesPage.samples)
        return .page(ReviewChangesPage(request: request, comparison: comparison).page, in: request.view)
    }

    private func takeOrLeave(_ request: ConsoleRequest) async throws -> Response {
        let here = try request.here
        do {
            switch request.page.field("do") {
            case "take":
                let count = try await publishing.compareReadings.take(at: here, by: request.person)
                return go(.consoleReviewChanges, request, [("taken", String(count))])
            case "leave":
                let count = try await publishing.compareReadings.leave(at: here, by: request.person)
                return go(.consoleReviewChanges, request, [("kept", String(count))])
            default: throw PortalError.badRequest(sentence: "error.badRequest.generic")
            }
        } catch let error as PublishingError { throw PortalError(error) }
    }

    // MARK: How good they are

    private func quality(_ request: ConsoleRequest) async throws -> Response {
        let figures = try await publishing.measureTagging(of: try request.here)
        let newer = try await publishing.review.queue(of: try request.here).newer
        return .page(TagQualityPage(request: request, figures: figures, newer: newer).page, in: request.view)
    }

    private func allQuality(_ request: ConsoleRequest) async throws -> Response {
        .page(TagQualityPage(request: request, figures: try await publishing.measureTagging(of: nil), newer: 0).page, in: request.view)
    }

    private func back(_ request: ConsoleRequest, _ pairs: [(name: String, value: String?)]) -> Response {
        go(.consoleReview, request, pairs)
    }

    private func go(_ route: PageRoute, _ request: ConsoleRequest, _ pairs: [(name: String, value: String?)]) -> Response {
        let address = request.links.path(route, id: request.institution?.id.rawValue ?? "")
        return .redirect(to: address + QueryString(pairs).text, status: .seeOther)
    }
}

extension BulkChoice {
    /// Out of a query or a form; `nil` when neither asks for anything.
    init?(_ page: PageRequest) {
        func value(_ name: Substring) -> String { page.fields[name] == nil ? page.text(name) : page.field(name) }
        guard let percent = Int(value("from")) else { return nil }
        self.init()
        self.percent = min(100, max(1, percent))
        let given = page.parameters.getAll("kind").prefix(10).map { String($0.prefix(20)) }
        let asked = page.fieldValues("kind") + given
        kinds = Set(asked.compactMap(TagTarget.Kind.init))
        switch value("state") {
        case "draft": states = [.draft]
        case "all": states = [.published, .draft]
        default: states = [.published]
        }
    }

    var state: String { states.count > 1 ? "all" : states.contains(.draft) ? "draft" : "published" }
}
