package import ArgumentParser
import Domain
import Foundation
import LabourMarket
import Matching
import Training

/// `tremplin train-matcher`: makes the model that job titles and program texts are compared with.
package struct TrainMatcherCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "train-matcher",
        abstract: "Train the bilingual model that job titles and program texts are compared with.",
        discussion: """
            Takes some minutes on two processors. The same files, options and seed give the same model, byte for byte.
            The built-in model is made with
              tremplin train-matcher --from FOLDER --to Sources/LabourMarket/Resources/matcher.model
            docs/data-sources.md says which publishers' files the folder holds, docs/matching.md how the model is made and measured.
            """)

    @Option(help: "The folder with the publishers' files.")
    var from: String

    @Option(help: "The file the model is written to.")
    var to: String

    @Option(help: "Where random numbers begin.")
    var seed: UInt64 = MatcherRecipe().seed

    @Option(help: "Steps of training.")
    var steps = MatcherRecipe().steps

    @Option(help: "Processors to use. The model is the same with any number.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "What is not trained on, so that it can be asked for afterwards: nothing or measured.")
    var leaveOut = TrainingMaterial.LeftOut.nothing

    package init() {}

    package func validate() throws {
        guard (1...1_000_000).contains(steps) else { throw ValidationError("--steps must be from 1 to 1000000.") }
        guard (1...256).contains(threads) else { throw ValidationError("--threads must be from 1 to 256.") }
    }

    package func run(_ surroundings: Surroundings) async throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: from, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(.noInput, "There is no folder \(from).")
        }
        var recipe = MatcherRecipe()
        recipe.seed = seed
        recipe.steps = steps
        let releases = try BuiltInReleases.all()
        let material = try TrainingMaterial(
            LabourMarketInformation(releases: releases), PublishedFolder(URL(filePath: from)), rows: recipe.rows, leavingOut: leaveOut)
        for path in material.missing { surroundings.console.notice("There is no \(path): training goes on without it.") }
        surroundings.console.notice(material.summary)
        let origins = releases.filter { Self.used.contains($0.kind) }.map { release in
            EmbeddingHeader.Origin(name: release.kind.rawValue, version: release.version, licence: release.source.licence.text(.en))
        }
        let start = ContinuousClock.now
        let model = MatcherTraining(material, recipe, origins: origins, leftOut: leaveOut).model(threads: threads) { step, loss in
            surroundings.console.notice("step \(step) of \(recipe.steps): loss \(loss)")
        }
        let bytes = EmbeddingDocument.write(model)
        do { try Data(bytes).write(to: URL(filePath: to), options: .atomic) } catch {
            throw CommandFailure(.io, "\(to) cannot be written.")
        }
        let seconds = Figures.milliseconds(.now - start) / 1_000
        surroundings.console.line("\(bytes.count) bytes, trained in \(seconds) seconds")
    }

    /// The releases a model is made of.
    private static let used: Set<ReleaseKind> = [.noc, .naics, .onet, .esco, .skills]
}

extension TrainingMaterial.LeftOut: ExpressibleByArgument {}
