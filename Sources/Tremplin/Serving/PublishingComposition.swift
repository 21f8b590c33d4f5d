import Domain
import Logging
import Portal
import Probing
import ServiceLifecycle
import Storage
import Web

extension PortalServer {
    /// What institutions do with their programs, over the catalogue that follows the database.
    func publishing(_ services: PortalServices, _ database: any SQLDatabase, settings: PortalSettings) throws -> PublishingServices {
        let desk = desk(services, database, settings: settings)
        var publishing = PublishingServices(desk, findOccupations: services.findOccupations)
        publishing.confirmByLink = ConfirmByLink(
            desk: desk, secrets: try SecretKey(configuration).load(), reminders: ReminderSettings(configuration))
        return publishing
    }

    /// Asks staff whether their programs are still right, and looks whether their pages are there.
    func freshness(_ services: PortalServices, _ database: any SQLDatabase, settings: PortalSettings) throws -> [any Service] {
        let remind = RemindStaff(
            desk: desk(services, database, settings: settings), secrets: try SecretKey(configuration).load(),
            reminders: ReminderSettings(configuration), letters: try MailWriter(settings: settings),
            addresses: ConfirmationLinks(settings: settings), bell: services.mailBell)
        var background: [any Service] = [StaffReminding(remind: remind, logger: logger)]
        guard configuration.flag(.linksCheck) else { return background }
        let probe = WebProbe(name: "tremplin", about: settings.baseURL, reachesPrivate: configuration.flag(.linksReachPrivate))
        let check = CheckLinks(database: database, looking: ProbedLinks(probe: probe), clock: surroundings.clock)
        background.append(LinkChecking(check: check, probe: probe, logger: logger))
        return background
    }

    private func desk(_ services: PortalServices, _ database: any SQLDatabase, settings: PortalSettings) -> ProgramDesk {
        ProgramDesk(
            database: database, settings: settings, catalogue: services.catalogue, follow: services.followChanges,
            clock: surroundings.clock)
    }
}

extension ReminderSettings {
    init(_ configuration: PortalConfiguration) { self.init(months: configuration.integer(.freshnessReminderMonths)) }
}

/// Writes to staff whose programs nobody has confirmed: at the start, then every hour. Nodes may do it side by side.
struct StaffReminding: Service {
    let remind: RemindStaff
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await once() } while (try? await Task.sleep(for: .seconds(3_600))) != nil
        }
    }

    private func once() async {
        do {
            let count = try await remind()
            if count > 0 { logger.info("Staff asked whether programs are still right", metadata: ["mails": "\(count)"]) }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Staff could not be reminded; trying again", metadata: ["error": "\(error)"])
        }
    }
}

/// Looks at addresses that are due: at the start, then every hour.
struct LinkChecking: Service {
    let check: CheckLinks
    let probe: WebProbe
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await once() } while (try? await Task.sleep(for: .seconds(3_600))) != nil
        }
    }

    private func once() async {
        do {
            await probe.beginRound()
            let found = try await check()
            if found.looked > 0 {
                logger.info("Addresses of programs looked at", metadata: ["count": "\(found.looked)", "dead": "\(found.dead)"])
            }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Addresses could not be looked at; trying again", metadata: ["error": "\(error)"])
        }
    }
}

/// The probe's findings in the portal's words.
struct ProbedLinks: LinkLooking {
    let probe: WebProbe

    func look(at address: String) async -> (outcome: LinkCheck.Outcome, status: Int) {
        switch await probe.look(at: address) {
        case .fine(let status): (.fine, status)
        case .gone(let status): (.gone, status)
        case .unreachable(let status): (.unreachable, status)
        case .refused: (.refused, 0)
        case .notAsked: (.notAsked, 0)
        }
    }
}
