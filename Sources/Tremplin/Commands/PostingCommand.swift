package import ArgumentParser
import Domain
import Foundation
import Matching
import Portal
import Web

/// `tremplin posting`: what does this job posting ask for, and which programs cover it?
package struct PostingCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "posting",
        abstract: "Read a job posting: its occupations, skills and technologies, the programs that cover them, and what none covers.",
        discussion: """
            The file holds text, schema.org JobPosting data (JSON-LD), or a whole page of HTML with such data in it:
              tremplin posting welder.txt
              tremplin posting page.html --lang fr --json
            """)

    @Argument(help: "The file; - for standard input.")
    var file: String

    @Option(name: .customLong("lang"), help: "The language of the answer: en or fr.")
    var language: Language = .en

    @Option(help: "The NOC 2021 code of the occupation, where it is known.")
    var occupation: String?

    @Flag(help: "Write JSON.")
    var json = false

    package init() {}

    package func validate() throws {
        if let occupation, OccupationCode(occupation) == nil { throw ValidationError("--occupation must be a NOC 2021 code.") }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let text = try source()
        let portal = try await AnsweringPortal(surroundings)
        let corrections = ReadPosting.Corrections(occupation: occupation.flatMap { OccupationCode($0) })
        let answer: ReadPosting.Answer
        do { answer = try portal.services.readPosting(text, corrections, language: language) } catch {
            throw CommandFailure(.usage, Self.sentence(error))
        }
        let catalogue = portal.services.catalogue.current
        if json {
            let shapes = PostingShapes(view: portal.view(language), catalogue: catalogue)
            surroundings.console.line(String(decoding: shapes.answer(answer).bytes, as: UTF8.self))
        } else {
            write(answer, Labels(portal.view(language), catalogue: catalogue), to: surroundings.console)
        }
    }

    private func source() throws -> String {
        let data: Data
        do {
            data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file))
        } catch { throw CommandFailure(.usage, "\(file) cannot be read.") }
        guard let text = String(data: data, encoding: .utf8) else { throw CommandFailure(.usage, "\(file) is not UTF-8.") }
        return text
    }

    private static func sentence(_ problem: PostingText.Problem) -> String {
        switch problem {
        case .empty, .noWords: "There is no text in it."
        case .tooLarge: "A posting may have \(PostingText.largest / 1_000) KB at most."
        case .notJSON: "It begins as JSON does, and is none."
        case .noPosting: "There is no JobPosting in the data."
        }
    }

    private func write(_ answer: ReadPosting.Answer, _ labels: Labels, to console: Console) {
        if !answer.reading.document.title.isEmpty { console.line("title       \(answer.reading.document.title)") }
        for job in answer.reading.occupations {
            let mark = job.code == answer.occupation ? " *" : ""
            console.line("occupation  \(job.code)  \(Figures.score(job.confidence))  \(labels.occupation(job.code))\(mark)")
        }
        console.line()
        var table = TextTable(["role", "score", "name", "programs", "evidence"], rightAligned: [1, 3])
        for finding in answer.reading.findings {
            let place = answer.coverage.needs.firstIndex { $0.target == finding.target }
            table.add([
                finding.role.rawValue, Figures.score(finding.confidence), labels.target(finding.target).text,
                place.map { String(answer.coverage.programCounts[$0]) } ?? "", answer.reading.sentence(of: finding),
            ])
        }
        console.write(table.text)
        if !answer.coverage.set.isEmpty {
            console.line()
            console.line("together, covering \(answer.coverage.coveredTogether.count) of \(answer.coverage.needs.count):")
            for step in answer.coverage.set { program(step.program, step.adds, answer, labels, console) }
        }
        console.line()
        console.line("one by one:")
        for one in answer.coverage.ranked { program(one.program, one.covers, answer, labels, console) }
        let missing = answer.coverage.uncovered.map { labels.target(answer.coverage.needs[$0].target).text }
        if !missing.isEmpty {
            console.line()
            console.line("no program covers: \(missing.joined(separator: ", "))")
        }
    }

    private func program(_ program: Program, _ places: [Int], _ answer: ReadPosting.Answer, _ labels: Labels, _ console: Console) {
        console.line("  \(program.title.text(language)), \(labels.institution(program.institution))")
        let names = places.map { labels.target(answer.coverage.needs[$0].target).text }
        if !names.isEmpty { console.line("    \(names.joined(separator: ", "))") }
    }
}
