import ArgumentParser

/// Measures of the engine in its own process. `benchmarks/run.py` calls it and puts its figures beside those of the peers.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmarks", abstract: "Measures the portal's engine without its server.",
        subcommands: [CorpusCommand.self, MeasureCommand.self])
}
