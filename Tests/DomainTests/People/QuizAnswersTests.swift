import Domain
import Foundation
import Testing

/// Answers as they are kept, and what schooling counts for.
struct QuizAnswersTests {
    @Test func `answers survive being written and read`() throws {
        var answers = QuizAnswers()
        answers.job = "soudeuse à l’arc"
        answers.direction = .moveUp
        answers.interests = [.social, .realistic]
        answers.strengths = ["oasis:repairing"]
        answers.skillsHeld = ["a", "b"]
        answers.skillsWanted = ["c"]
        answers.education = [.secondary, .tradeCertificate]
        answers.hoursPerWeek = 6
        answers.startWithinDays = 90
        answers.budget = Money(dollars: 250)
        answers.deliveries = [.online]
        answers.postalArea = "K1A"
        answers.kilometres = 50
        #expect(try JSONDecoder().decode(QuizAnswers.self, from: JSONEncoder().encode(answers)) == answers)
        #expect(!answers.isEmpty)
    }

    @Test func `what was not answered is not kept at all`() throws {
        #expect(try JSONEncoder().encode(QuizAnswers()) == Data("{}".utf8))
        #expect(try JSONDecoder().decode(QuizAnswers.self, from: Data("{}".utf8)).isEmpty)
    }

    private static let schooling: [(finished: Set<PriorEducation>, asked: PriorEducation, isMet: Bool)] = [
        ([.degree], .secondary, true), ([.secondary], .degree, false), ([.postSecondary], .degree, false),
        ([.tradeCertificate], .someSecondary, true), ([.tradeCertificate], .secondary, false), ([.secondary], .tradeCertificate, false),
        ([.none], .someSecondary, false), ([.none], .none, true), ([.none], .workExperience, true),
        ([.postSecondary, .tradeCertificate], .tradeCertificate, true),
    ]

    @Test(arguments: schooling)
    func `higher schooling counts for lower, a trade for itself`(finished: Set<PriorEducation>, asked: PriorEducation, isMet: Bool) {
        #expect(asked.isMet(by: finished) == isMet)
    }
}
