package import ArgumentParser

/// The command as a whole.
package struct TremplinCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tremplin",
        abstract: "A portal for micro-credentials.",
        discussion: """
            Every command also takes the portal's settings as flags, in any place:
            \(Setting.all.map { "  \($0.flag)" }.joined(separator: "\n"))
              \(SettingFlags.fileFlag) FILE
            Each of them can be given in the environment or in a file instead: see docs/configuration.md.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, MigrateCommand.self, ImportCommand.self, ExportCommand.self, LabourMarketCommand.self, MatchCommand.self,
            RecommendCommand.self, PlanCommand.self, PostingCommand.self, SearchCommand.self, EvaluateCommand.self, DemoCommand.self,
            DoctorCommand.self,
            SectorChangesCommand.self, ReferralsCommand.self, MoveCommand.self, BackupCommand.self, RestoreCommand.self, MailCommand.self,
            UserCommand.self,
            AuditCommand.self, EmployerCommand.self, SuggestCommand.self, TrainMatcherCommand.self,
        ])

    package init() {}
}
