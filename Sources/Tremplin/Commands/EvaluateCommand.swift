package import ArgumentParser
import Domain
import LabourMarket
import Matching
import Training

/// `tremplin evaluate`: how often the matcher is right.
package struct EvaluateCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well job titles and texts are matched to occupations.",
        discussion: """
            Without --sets, asks for one official title in twenty after leaving it out. The folder may also hold
              tables with the columns text, lang and codes: job titles people use (codes separated by |, any of them right)
              tables with the columns title, description, lang and codes: texts about one kind of work
              folders with corpus_elements.tsv, queries.tsv and annotations.tsv, whose name ends in -en or -fr: titles against the
              labels of another classification
            docs/matching.md says where such sets are had and what came out.
            """)

    @Option(help: "A folder with sets of titles and texts.")
    var sets: String?

    @Option(help: "Another trained model than the built-in one; none to match by words alone.")
    var model: String?

    package init() {}

    package func run(_ surroundings: Surroundings) async throws {
        let found = try sets.map { try EvaluationSets(folder: $0) }
        // The data built in, whatever the database has in use: figures of two machines must be comparable.
        let classification = Classification(try ReferenceData.builtIn())
        var report = EvaluationReport()
        let embedding = try ModelFile.model(model)
        if let embedding, embedding.header.leftOut != TrainingMaterial.LeftOut.measured.rawValue {
            surroundings.console.notice(
                "The model was trained on the held-out and the reported titles: their figures flatter it. "
                    + "Train one with --leave-out measured, and give it with --model.")
        }
        report.add(Evaluator.heldOutTitles(classification, embedding: embedding))
        if let found, !found.isEmpty {
            let matcher = OccupationMatcher(classification, embedding: embedding)
            for (name, titles) in found.titles { report.add(Evaluator.titles(titles, named: name, matcher)) }
            for (name, texts) in found.texts { report.add(Evaluator.texts(texts, named: name, OccupationTextMatcher(matcher))) }
            for (name, benchmark) in found.benchmarks { report.add(Evaluator.benchmark(benchmark, named: name, embedding: embedding)) }
        }
        surroundings.console.write(report.text)
    }
}
