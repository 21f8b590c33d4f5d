import Domain
import HTML
import Portal

/// What stands around every page of the consoles: where one is, where one may go, who one is.
package struct ConsoleFrame: Sendable {
    let person: SignedIn
    let institution: Institution?

    /// The parts somebody may enter here, in order.
    var sections: [ConsoleSection] {
        // Every way leads to the second factor until there is one.
        person.mustEnrol ? [] : mayEnter
    }

    private var mayEnter: [ConsoleSection] {
        (institution == nil ? ConsoleSection.everywhere : ConsoleSection.ofInstitution).filter { section in
            // Of one that has closed there is only something to read.
            guard institution?.closedOn == nil || section.permission == .viewInstitution else { return false }
            return section.permission.map { person.may($0, at: $0.isOfInstitution ? institution?.id : nil) } ?? true
        }
    }
}

/// One part of a console in its navigation. A new part is one line here: it then shows for those who may enter it.
struct ConsoleSection: Sendable {
    let route: PageRoute
    /// The key of its name.
    let key: String
    /// What one must be allowed to do to see it; `nil` for everybody who is signed in.
    let permission: Permission?
    /// Pages below it, which it is marked for as well.
    var below: [PageRoute] = []

    /// At an institution.
    static let ofInstitution: [ConsoleSection] = [
        ConsoleSection(route: .consoleInstitution, key: "console.section.overview", permission: .viewInstitution),
        ConsoleSection(
            route: .consoleInquiries, key: "console.section.inquiries", permission: .viewInstitution,
            below: [.consoleInquiry, .consoleRouting]),
        ConsoleSection(
            route: .consolePrograms, key: "console.section.programs", permission: .viewInstitution,
            below: [
                .consoleNewProgram, .consoleProgram, .consoleProgramText, .consoleProgramTags, .consoleProgramPublication,
                .consoleProgramHistory, .consoleProgramVersion,
            ]),
        ConsoleSection(
            route: .consoleReview, key: "console.section.review", permission: .viewInstitution,
            below: [.consoleReviewBulk, .consoleReviewChanges, .consoleReviewQuality]),
        ConsoleSection(route: .consoleFreshness, key: "console.section.freshness", permission: .viewInstitution),
        ConsoleSection(route: .consoleFigures, key: "console.section.figures", permission: .viewInstitution),
        ConsoleSection(route: .consoleUnmetNeed, key: "console.section.unmetNeed", permission: .viewInstitution, below: [.consolePledge]),
        ConsoleSection(route: .consoleDirectory, key: "console.section.employers", permission: .viewInstitution, below: [.consoleOutreach]),
        ConsoleSection(
            route: .consoleImports, key: "console.section.imports", permission: .importPrograms,
            below: [.consoleImport, .consoleImportErrors, .consoleImportDetails, .consoleImportFile, .consoleImportArchive]),
        ConsoleSection(route: .consoleKeys, key: "console.section.keys", permission: .manageInstitution, below: [.consoleKey]),
        ConsoleSection(route: .consoleEmbed, key: "console.section.embed", permission: .manageInstitution),
        ConsoleSection(route: .consoleStaff, key: "console.section.staff", permission: .manageStaff, below: [.consoleMember]),
    ]

    /// Everywhere else.
    static let everywhere: [ConsoleSection] = [
        ConsoleSection(route: .console, key: "console.section.home", permission: nil),
        ConsoleSection(
            route: .consoleInstitutions, key: "console.section.institutions", permission: .manageInstitutions,
            below: [.consoleNewInstitution, .consoleInstitutionDetails, .consoleInstitutionMerge, .consoleInstitutionClosure]),
        ConsoleSection(
            route: .consoleLists, key: "console.section.lists", permission: .managePortal, below: [.consoleNewList, .consoleList]),
        ConsoleSection(route: .consoleLook, key: "console.section.look", permission: .managePortal, below: [.consoleLogo]),
        ConsoleSection(route: .consolePages, key: "console.section.pages", permission: .managePortal, below: [.consolePage]),
        ConsoleSection(route: .consoleChoices, key: "console.section.settings", permission: .managePortal),
        ConsoleSection(route: .consoleAccounts, key: "console.section.accounts", permission: .manageOperators, below: [.consoleAccount]),
        ConsoleSection(route: .consolePortalFigures, key: "console.section.figures", permission: .managePortal),
        ConsoleSection(route: .consoleTagQuality, key: "console.section.tagQuality", permission: .managePortal),
        ConsoleSection(route: .consoleEmployers, key: "console.section.employers", permission: .managePortal, below: [.consoleConsents]),
        ConsoleSection(route: .consoleAudit, key: "console.section.log", permission: .readAuditLog),
    ]
}

/// The head of a console's page.
struct ConsoleHeader {
    let view: View
    let frame: ConsoleFrame

    private var t: Texts.Reader { view.t }

    func write(_ page: Page, _ h: inout HTMLWriter) {
        h.element("header", .class("site-header console-header")) { h in
            h.element("div", .class("site-header-inner")) { h in
                h.element("a", .class("brand"), .href(view.links.path(.console))) { h in
                    Look(view: view).writeMark(&h)
                    h.element("span", text: t("console.brand", ["portal": view.portalName]))
                }
                navigation(page, &h)
                h.element("div", .class("console-person")) { h in
                    h.element(
                        "a", .href(view.links.path(.account)), page.route == .account ? Attribute("aria-current", "page") : nil,
                        text: frame.person.account.name)
                    h.element("form", .action(view.links.path(.signOut)), Attribute("method", "post")) { h in
                        h.element("button", .class("button secondary compact"), .type("submit"), text: t("account.signOut.submit"))
                    }
                }
                Layout(view).languageSwitch(page, &h)
            }
        }
    }

    private func navigation(_ page: Page, _ h: inout HTMLWriter) {
        let place = frame.institution.map { view.written($0.name) }
        h.element("nav", .class("site-nav"), Attribute("aria-label", place ?? t("console.nav"))) { h in
            if let place, let institution = frame.institution {
                h.element(
                    "p", .class("console-place"), .lang(institution.name.resolved(view.language).flatMap { view.lang($0.language) }),
                    text: place)
            }
            h.element("ul") { h in
                if frame.institution != nil {
                    h.element("li") { $0.element("a", .href(view.links.path(.console)), text: t("console.section.back")) }
                }
                for section in frame.sections {
                    h.element("li") { h in
                        h.element(
                            "a", .href(view.links.path(section.route, id: frame.institution?.id.rawValue ?? "")),
                            section.route == page.route || section.below.contains(page.route) ? Attribute("aria-current", "page") : nil,
                            text: t(section.key))
                    }
                }
            }
        }
    }
}
