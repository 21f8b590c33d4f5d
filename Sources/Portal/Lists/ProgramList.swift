package import Domain

/// What a `CuratedList` holds on one day.
package struct ProgramList: Sendable {
    package let list: CuratedList
    /// How many programs are on it.
    package let total: Int
    /// The first of them, in order: at most `most`.
    package let entries: [Entry]
    /// Occupations its programs prepare for with how many do, most first. Programs may count for several.
    package let jobs: [Job]
    package let leftOut: LeftOut

    /// Nobody reads further; whoever wants all of them searches.
    package static let most = 100

    package struct Entry: Hashable, Sendable {
        package let program: Program.ID
        package let origin: Origin
        /// The best among its occupations. `nil` when none is published.
        package let outlook: Outlook.Value?
        /// 0 to 1.
        package let completeness: Double

        package init(program: Program.ID, origin: Origin, outlook: Outlook.Value?, completeness: Double) {
            self.program = program
            self.origin = origin
            self.outlook = outlook
            self.completeness = completeness
        }
    }

    /// Why a program is on the list, the strongest first.
    package enum Origin: String, CaseIterable, Sendable {
        /// Put on top by the list's editor.
        case pinned
        /// The list's search finds it.
        case found
        /// Its institution says it serves the industry.
        case stated
        /// Its occupations are much employed in the industry.
        case inferred
    }

    package struct Job: Hashable, Sendable {
        package let occupation: OccupationCode
        package let programs: Int

        package init(occupation: OccupationCode, programs: Int) {
            self.occupation = occupation
            self.programs = programs
        }
    }

    /// Programs of the industry that are not on the list, by the first reason.
    package struct LeftOut: Hashable, Sendable {
        package var excluded = 0
        package var inferred = 0
        package var outlook = 0
        package var completeness = 0

        package var total: Int { excluded + inferred + outlook + completeness }
    }
}
