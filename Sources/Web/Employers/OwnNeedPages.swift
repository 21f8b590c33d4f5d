import Domain
import HTML
import Matching
import Portal

/// The pages behind an employer's private links: verify, read and withdraw a request; agree to be named.
struct OwnNeedPages {
    let view: View
    let catalogue: Catalogue

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    func confirmation(_ token: SecretToken, _ request: NeedRequest) -> Page {
        page(t("need.confirm.title"), .needRequestConfirmation, token.text) { h in
            h.element("p", .class("lead"), text: t("need.confirm.lead"))
            NeedRequestText(view: view, catalogue: catalogue, request: request).write(&h)
            form(.needRequestConfirmation, token, t("need.confirm.submit"), &h)
        }
    }

    func own(_ token: SecretToken, _ own: OwnNeed.View) -> Page {
        page(t("need.own.title"), .ownNeedRequest, token.text) { h in
            let day = view.site.services.settings.day(at: own.request.expiresAt)
            h.element("p", .class("lead"), text: t("need.own.lead", ["date": view.format.date(day)]))
            NeedRequestText(view: view, catalogue: catalogue, request: own.request).write(&h)
            h.element("h2", text: t("need.own.pledges", count: own.pledges.count))
            if own.pledges.isEmpty { h.element("p", text: t("need.own.none")) }
            for pledge in own.pledges {
                h.element("article", .class("card need-request")) { h in
                    h.element("h3", text: labels.institution(pledge.institution))
                    PledgeText(view: view, catalogue: catalogue, pledge: pledge).write(&h)
                    h.element("p", .class("small quiet"), text: t(pledge.revealedAt == nil ? "need.own.hidden" : "need.own.revealed"))
                }
            }
            DirectoryOffer(view: view).write(&h)
            h.element("h2", text: t("need.withdraw.title"))
            h.element("p", text: t("need.withdraw.text"))
            form(.ownNeedRequest, token, t("need.withdraw.submit"), isSecondary: true, &h)
        }
    }

    func withdrawn() -> Page { said("need.withdrawn", .ownNeedRequest) }
    func gone() -> Page { said("need.gone", .ownNeedRequest) }

    func introduction(_ token: SecretToken, _ asked: IntroduceEmployer.View) -> Page {
        let place = labels.institution(asked.pledge.institution)
        return page(t("need.introduce.title", ["place": place]), .introduction, token.text) { h in
            h.element("p", .class("lead"), text: t("need.introduce.lead", ["place": place]))
            PledgeText(view: view, catalogue: catalogue, pledge: asked.pledge).write(&h)
            h.element("h2", text: t("need.introduce.yours"))
            NeedRequestText(view: view, catalogue: catalogue, request: asked.request).write(&h)
            h.element("p") { h in
                let who =
                    asked.request.organisation.isEmpty
                    ? asked.request.email.text : "\(asked.request.organisation), \(asked.request.email.text)"
                h.text(t("need.introduce.shown", ["place": place]) + " ")
                h.element("strong", text: who)
            }
            form(.introduction, token, t("need.introduce.submit"), &h)
            h.element("p", .class("small quiet"), text: t("need.introduce.not"))
        }
    }

    func introduced(_ view: IntroduceEmployer.View) -> Page {
        let place = labels.institution(view.pledge.institution)
        return page(t("need.introduced.title"), .introduction, "") { h in
            h.element("p", .class("lead"), text: t("need.introduced.text", ["place": place]))
            h.element("p") { $0.element("a", .class("row-link"), .href(self.view.links.employers), text: t("need.back")) }
        }
    }

    private func said(_ key: String, _ route: PageRoute) -> Page {
        page(t("\(key).title"), route, "") { h in
            h.element("p", .class("lead"), text: t("\(key).text"))
            h.element("p") { $0.element("a", .class("row-link"), .href(view.links.employers), text: t("need.back")) }
        }
    }

    private func form(_ route: PageRoute, _ token: SecretToken, _ label: String, isSecondary: Bool = false, _ h: inout HTMLWriter) {
        h.element("form", .action(view.links.path(route, id: token.text)), Attribute("method", "post")) { h in
            h.element("button", .class(isSecondary ? "button secondary" : "button"), .type("submit"), text: label)
        }
    }

    private func page(_ title: String, _ route: PageRoute, _ id: String, main: @escaping (inout HTMLWriter) -> Void) -> Page {
        Page(title: title, route: route, id: id, isIndexed: false) { h in
            h.element("h1", text: title)
            main(&h)
        }
    }
}

/// What a request says, without who asks.
struct NeedRequestText {
    let view: View
    let catalogue: Catalogue
    let request: NeedRequest

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    func write(_ h: inout HTMLWriter) {
        h.element("blockquote", .class("wanted"), .lang(view.lang(request.language)), text: request.wanted)
        let facts = facts
        if !facts.isEmpty {
            h.element("dl", .class("facts-list")) { h in
                for (name, value) in facts {
                    h.element("dt", text: name)
                    h.element("dd", text: value)
                }
            }
        }
    }

    private var facts: [(String, String)] {
        var facts: [(String, String)] = []
        if let occupation = request.occupation { facts.append((t("need.fact.job"), labels.occupation(occupation))) }
        if !request.targets.isEmpty {
            facts.append((t("need.fact.skills"), view.format.list(request.targets.map { labels.target($0).text }, and: t("facts.and"))))
        }
        if let region = request.region.flatMap({ catalogue.labourMarket.region($0) }) {
            facts.append((t("need.fact.region"), region.name.text(view.language)))
        }
        if let people = request.people { facts.append((t("need.fact.people"), view.format.number(people))) }
        return facts
    }
}

/// What an institution pledges.
struct PledgeText {
    let view: View
    let catalogue: Catalogue
    let pledge: NeedPledge

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        h.element("p") { h in
            if let id = pledge.program {
                guard let program = catalogue.program(id), let title = program.title.resolved(view.language) else {
                    h.text(t("need.pledge.withdrawn"))
                    return
                }
                h.text(t("need.pledge.existing") + " ")
                h.element("a", .href(view.links.program(id)), .lang(view.lang(title.language)), text: title.text)
            } else {
                let date = pledge.readyOn.map(view.format.date) ?? ""
                h.text(t("need.pledge.planned", ["planned": pledge.planned ?? "", "date": date]))
            }
        }
        if !pledge.note.isEmpty { h.element("p", .class("wanted"), text: pledge.note) }
    }
}
