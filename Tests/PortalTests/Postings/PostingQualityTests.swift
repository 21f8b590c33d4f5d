import Domain
import Foundation
import LabourMarket
import Matching
import Portal
import Testing

/// What is read of postings, against what a careful reader finds; and of the demonstration's programs, whose tags are known, as postings.
struct PostingQualityTests {
    private static let information: LabourMarketInformation = {
        do { return try LabourMarketInformation(releases: BuiltInReleases.all()) } catch { preconditionFailure("\(error)") }
    }()
    private static let reader = PostingReader(information, matcher: OccupationMatcher(information, embedding: MatcherModel.builtIn))

    private func names(_ finding: PostingReading.Finding) -> String {
        finding.targets.flatMap { target -> [String] in
            switch target {
            case .skill(let id):
                guard let skill = Self.information.skill(id) else { return [] }
                return [skill.name.text(.en)] + (skill.aliases[.en] ?? [])
            case .technology(let id): return [Self.information.technology(id)?.name.text(.en) ?? ""]
            case .occupation, .industry: return []
            }
        }.joined(separator: "|").lowercased()
    }

    /// docs/matching.md, "Postings", has the figures; the margins are for the next model.
    @Test func `most of what a careful reader finds is read, each with its sentence, and the occupation is among the first`() throws {
        var asked = 0
        var found = 0
        var named = 0
        var right = 0
        var welcome = 0
        var marked = 0
        var first = 0
        var amongFive = 0
        var sureWrong = 0
        var report: [String] = []
        for posting in LabelledPosting.all {
            let reading = Self.reader.read(try PostingText(posting.text).document())
            for finding in reading.findings {
                let sentence = reading.sentence(of: finding)
                #expect(posting.text.contains(sentence), "\(sentence)")
                named += 1
                if posting.asked.contains(where: { names(finding).contains($0) }) {
                    right += 1
                } else {
                    report.append(
                        "- \(reading.document.title): \(names(finding).prefix(40)) \(finding.confidence) \(finding.isNamed) <\(sentence)>")
                }
            }
            for one in posting.asked {
                asked += 1
                if reading.findings.contains(where: { names($0).contains(one) }) {
                    found += 1
                } else {
                    report.append("+ \(reading.document.title): \(one)")
                }
            }
            for one in posting.welcome {
                welcome += 1
                let finding = reading.findings.first { names($0).contains(one) }
                if finding?.role == .preferred { marked += 1 }
            }
            let codes = reading.occupations.map(\.code.rawValue)
            let isRight = codes.first.map(posting.occupations.contains) ?? false
            if isRight { first += 1 }
            if codes.contains(where: posting.occupations.contains) { amongFive += 1 }
            if reading.isSure, !isRight { sureWrong += 1 }
        }
        let text =
            "found \(found) of \(asked), right \(right) of \(named), welcome \(marked) of \(welcome), occupation \(first) and \(amongFive) of \(LabelledPosting.all.count), surely wrong \(sureWrong)"
        print(text)
        if ProcessInfo.processInfo.environment["TREMPLIN_FIGURES"] != nil { print(report.joined(separator: "\n")) }
        #expect(Double(found) >= 0.65 * Double(asked), "\(text)\n\(report.joined(separator: "\n"))")
        #expect(Double(right) >= 0.5 * Double(named), "\(text)\n\(report.joined(separator: "\n"))")
        #expect(Double(marked) >= 0.7 * Double(welcome), "\(text)")
        #expect(first >= 8 && amongFive >= 10 && sureWrong <= 1, "\(text)")
    }

    /// Of what programs' texts speak of only some stands in their tags: what is read beyond them need not be wrong.
    @Test(arguments: Language.allCases)
    func `of programs read as if they were postings, tags are found`(language: Language) throws {
        let today = try #require(CalendarDate("2026-11-23"))
        let programs = try DemonstrationCatalogue(today: today, information: Self.information).programs
        var tags = 0
        var found = 0
        var read = 0
        var count = 0
        let all = ProcessInfo.processInfo.environment["TREMPLIN_FIGURES"] != nil
        let start = ContinuousClock.now
        for program in programs where !program.skills.isEmpty {
            guard let title = program.title[language] else { continue }
            guard all || (count < 8 && FeatureHash.hash(program.reference.utf8) % 25 == 0) else { continue }
            count += 1
            let parts = [program.summary[language], program.description[language]] + program.outcomes.map { $0[language] }
            let reading = Self.reader.read(PostingDocument(title: title, text: parts.compactMap(\.self).joined(separator: "\n")))
            let right = Set(program.skills.map(TagTarget.skill) + program.technologies.map(TagTarget.technology))
            tags += right.count
            read += reading.findings.count
            found += right.count { target in reading.findings.contains { $0.targets.contains(target) } }
        }
        let time = (ContinuousClock.now - start) / max(1, count)
        print("\(language) \(count) programs: \(found) of \(tags) tags, \(read) read, \(time) each")
        #expect(count >= 6)
        #expect(Double(found) >= 0.12 * Double(tags))
    }
}
