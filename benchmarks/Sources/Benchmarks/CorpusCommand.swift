import ArgumentParser
import Domain
import Foundation
import Portal

/// Writes what the peers index, one program a line, and the questions that all are asked.
struct CorpusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Write the corpus and the questions for the peers.")

    @OptionGroup var options: CorpusOptions

    @Option(help: "How many questions.")
    var questions = 1_000

    @Option(help: "The folder to write to.")
    var folder: String

    func run() async throws {
        let corpus = try Corpus(options)
        let folder = URL(filePath: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(SearchQuestion.json(SearchQuestion.draw(questions, from: corpus)).utf8).write(to: folder.appending(path: "questions.json"))
        let path = folder.appending(path: "corpus.jsonl")
        try Data().write(to: path)
        let file = try FileHandle(forWritingTo: path)
        var documents = PeerDocuments(corpus)
        try await corpus.catalogue.forEachBatch { programs in
            var lines = ""
            for program in programs where program.state == .published { lines += documents.line(program) }
            try file.write(contentsOf: Data(lines.utf8))
        }
        try file.close()
    }
}
