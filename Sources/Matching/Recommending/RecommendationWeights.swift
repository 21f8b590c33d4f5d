/// What each reason can add to a recommendation's score. They add up to 1; chosen so that the portal's rules hold (each is a test):
/// a program for the job itself comes before one for a neighbouring job, that before one that only shares skills or words, and
/// outlook, price and dates order programs that are alike but never lift an unrelated one above a related one.
enum RecommendationWeights {
    static let occupation = 0.40
    /// Instead of `occupation`, times how alike the two occupations are.
    static let relatedOccupation = 0.24
    static let skills = 0.20
    static let technologies = 0.08
    static let words = 0.16
    static let industry = 0.04

    /// For the best outlook; as much is taken off for the worst.
    static let outlook = 0.04
    static let free = 0.02
    static let funded = 0.01
    static let short = 0.01
    static let startsSoon = 0.02
    static let endorsed = 0.02

    /// For skills the person wants to learn: half of it for the first one taught, half of the rest for each further one. More than the
    /// job's own skills and less than the job: somebody who names a skill means it.
    static let wantedSkills = 0.30
    /// Taken off when every skill the program teaches is one the person has.
    static let nothingNew = 0.08
    static let withinBudget = 0.01
    static let fitsDelivery = 0.01
    static let near = 0.02
    static let meetsEducation = 0.005
    /// For what fits the person's hours or start; as much is taken off for what does not.
    static let fitsHours = 0.02
    static let startsInTime = 0.02

    /// Taken off when no dates are announced, and when nobody confirmed the program for nine months.
    static let withoutDates = 0.10
    static let stale = 0.03

    /// A program whose occupations, skills, tools, words and industry add less than this is noise.
    static let floor = 0.08
    /// So is one that is this much less related than the best.
    static let floorOfBest = 0.2
    /// Shown even when they are below the floor: an empty page helps nobody.
    static let leastShown = 3
    /// Days within which a start is soon.
    static let soon = 30
}
