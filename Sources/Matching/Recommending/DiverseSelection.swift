import Domain
import TextAnalysis

/// Chooses among appraised programs so that a short list is not one institution's, nor one course ten times.
struct DiverseSelection {
    /// The first ten are what a person reads at once.
    private static let firstPage = 10
    /// Of one institution among the first ten, as long as others have something related.
    private static let perInstitution = 2
    /// Two titles that share this much of their words are the same course elsewhere: the second still shows, further down.
    private static let nearDuplicate = 0.7
    private static let duplicateFactor = 0.75

    private struct Candidate {
        let appraisal: ProgramAppraisal
        /// Numbers of the stems of its title, ascending.
        let stems: [Int]
        var score: Double
    }

    /// - Parameter appraisals: best first.
    /// - Returns: at most `limit`, with their scores in this list.
    static func choose(_ appraisals: [ProgramAppraisal], limit: Int) -> [(appraisal: ProgramAppraisal, score: Double)] {
        var numbers: [String: Int] = [:]
        var rest = appraisals.map { Candidate(appraisal: $0, stems: titleStems($0.program, &numbers), score: $0.score) }
        let page = take(min(limit, firstPage), from: &rest, capped: true)
        let others = take(limit - page.count, from: &rest, capped: false)
        return (page.sorted { $0.score > $1.score } + others).map { ($0.appraisal, $0.score) }
    }

    private static func take(_ number: Int, from rest: inout [Candidate], capped: Bool) -> [Candidate] {
        var taken: [Candidate] = []
        var byInstitution: [Institution.ID: Int] = [:]
        while taken.count < number, !rest.isEmpty {
            let allowed = rest.indices.filter {
                !capped || byInstitution[rest[$0].appraisal.program.institution, default: 0] < perInstitution
            }
            // Nobody else has anything related: better a third program of one institution than noise.
            let pool = allowed.isEmpty ? Array(rest.indices) : allowed
            let index = pool.max { rest[$0].score == rest[$1].score ? $0 > $1 : rest[$0].score < rest[$1].score }!
            let chosen = rest.remove(at: index)
            byInstitution[chosen.appraisal.program.institution, default: 0] += 1
            taken.append(chosen)
            for place in rest.indices where likeness(rest[place].stems, chosen.stems) >= nearDuplicate {
                rest[place].score *= duplicateFactor
            }
        }
        return taken
    }

    private static func titleStems(_ program: Program, _ numbers: inout [String: Int]) -> [Int] {
        let title = program.title
        let stems = title.en.map { searchStems($0, language: .en) } ?? searchStems(title.text(.fr), language: .fr)
        var found: Set<Int> = []
        for stem in stems {
            let number = numbers[stem] ?? numbers.count
            numbers[stem] = number
            found.insert(number)
        }
        return found.sorted()
    }

    /// Words in common of all words (Jaccard), 0 to 1.
    private static func likeness(_ a: [Int], _ b: [Int]) -> Double {
        var (first, second, common) = (0, 0, 0)
        while first < a.count, second < b.count {
            if a[first] == b[second] {
                (first, second, common) = (first + 1, second + 1, common + 1)
            } else if a[first] < b[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return common == 0 ? 0 : Double(common) / Double(a.count + b.count - common)
    }
}
