import Domain
import Matching
import Portal

/// Reads one question's form into the answers. What cannot be used becomes a sentence on the page; all else is kept.
struct QuizForm {
    private(set) var answers: QuizAnswers
    /// The field, and the key of a sentence about it.
    private(set) var problems: [(field: String, sentence: String)] = []
    /// The postal code as typed, shown again when it is wrong.
    private(set) var postalText: String
    /// Skills that may be meant by what was typed into a search box, by the box's name.
    private(set) var found: [String: [Skill]] = [:]
    /// What was typed into the boxes and not understood to the letter.
    private(set) var searched: [String: String] = [:]

    /// The page as it is first shown.
    init(_ answers: QuizAnswers) {
        self.answers = answers
        postalText = answers.postalArea ?? ""
    }

    init(_ step: QuizStep, _ request: PageRequest, _ answers: QuizAnswers, _ services: PortalServices) {
        self.init(answers)
        switch step {
        case .job: self.answers.job = request.field("job")
        case .direction: self.answers.direction = Direction(rawValue: request.field("direction"))
        case .likes:
            self.answers.interests = Set(request.fieldValues("interest").compactMap(Interest.init(rawValue:)))
            self.answers.strengths = Set(request.fieldValues("strength").map { Skill.ID($0) }).intersection(QuizChoices.strengths)
        case .skills:
            self.answers.skillsHeld = readSkills("held", request, services)
            self.answers.skillsWanted = readSkills("wanted", request, services)
        case .education:
            let finished = Set(request.fieldValues("education").compactMap(PriorEducation.init(rawValue:)))
                .intersection(QuizChoices.education)
            // Whoever chose something did not mean "none of these".
            self.answers.education = finished.count > 1 ? finished.subtracting([.none]) : finished
        case .time:
            self.answers.hoursPerWeek = Int(request.field("hours")).flatMap { QuizChoices.hoursPerWeek.contains($0) ? $0 : nil }
            self.answers.startWithinDays = Int(request.field("start")).flatMap { QuizChoices.startWithinDays.contains($0) ? $0 : nil }
        case .money:
            self.answers.budget = Int(request.field("budget")).map { Money(dollars: $0) }.flatMap {
                QuizChoices.budgets.contains($0) ? $0 : nil
            }
            self.answers.deliveries = Set(request.fieldValues("delivery").compactMap(Offering.Delivery.init(rawValue:)))
            readPlace(request, services)
        }
    }

    /// Ticked skills that exist, and the one typed when it is called exactly that.
    private mutating func readSkills(_ box: String, _ request: PageRequest, _ services: PortalServices) -> [Skill.ID] {
        let known = services.catalogue.current.labourMarket.skills
        var chosen: [Skill.ID] = []
        func add(_ id: Skill.ID) { if known[id] != nil, !chosen.contains(id) { chosen.append(id) } }
        for id in request.fieldValues(box[...]) { add(Skill.ID(id)) }
        let typed = request.field("\(box)-search"[...])
        if !typed.isEmpty {
            if let skill = services.quiz.findSkills.named(typed) {
                add(skill.id)
            } else {
                searched[box] = typed
                found[box] = services.quiz.findSkills(typed, language: request.view.language).filter { !chosen.contains($0.id) }
                if found[box]?.isEmpty ?? true { problems.append(("\(box)-search", "quiz.problem.skill")) }
            }
        }
        return Array(chosen.prefix(QuizChoices.mostSkills))
    }

    private mutating func readPlace(_ request: PageRequest, _ services: PortalServices) {
        postalText = request.field("postal")
        answers.postalArea = nil
        answers.kilometres = Int(request.field("within")).flatMap { QuizChoices.kilometres.contains($0) ? $0 : nil }
        guard !postalText.isEmpty else { return }
        guard let code = PostalArea.code(in: postalText) else { return problems.append(("postal", "search.problem.postalCode")) }
        guard services.catalogue.current.labourMarket.postalAreas[code] != nil else {
            return problems.append(("postal", "search.problem.postalArea"))
        }
        answers.postalArea = code
    }

    /// The page must be shown again before going on.
    var needsAnotherLook: Bool { !problems.isEmpty || !searched.isEmpty }
}
