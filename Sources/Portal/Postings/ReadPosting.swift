package import Domain
package import Matching
import Storage
import Synchronization

/// Reads a job posting and finds the programs that cover it. Nothing of it is kept but, where a visitor asked, codes of what nobody teaches.
package final class ReadPosting: Sendable {
    private let catalogue: CurrentCatalogue
    private let findOccupations: FindOccupations
    private let unmetNeed: CountUnmetNeed
    /// Made when first asked for, and again after other reference data was loaded.
    private let made = Mutex<(sources: [ReferenceSource], reader: PostingReader)?>(nil)

    package init(catalogue: CurrentCatalogue, findOccupations: FindOccupations, unmetNeed: CountUnmetNeed) {
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        self.unmetNeed = unmetNeed
    }

    /// With what is read, all of them fit the word of 32 bits that stands for a set.
    private static let mostAdded = 8

    /// What somebody changed of what was read.
    package struct Corrections: Sendable {
        /// Unticked: not asked for after all.
        package var without: Set<TagTarget> = []
        /// Asked for although it was not read.
        package var added: [TagTarget] = []
        package var occupation: OccupationCode?

        package init(without: Set<TagTarget> = [], added: [TagTarget] = [], occupation: OccupationCode? = nil) {
            self.without = without
            self.added = added
            self.occupation = occupation
        }
    }

    package struct Answer: Sendable {
        package let source: PostingText
        package let reading: PostingReading
        package let corrections: Corrections
        /// The one the answer goes by: chosen, or read surely.
        package let occupation: OccupationCode?
        /// Of the place of work, when the posting's data names it.
        package let region: Region.ID?
        package let coverage: PostingCoverage
    }

    /// - Parameter visitor: who asks, for counting what is needed and not offered; `.none` counts nothing.
    package func callAsFunction(
        _ source: String, _ corrections: Corrections = Corrections(), language: Language, visitor: Visitor = .none, limit: Int = 10
    ) throws(PostingText.Problem) -> Answer {
        let text = try PostingText(source)
        let current = catalogue.current
        let reading = reader.read(text.document(), stated: text.occupation, language: language)
        let chosen = corrections.occupation.flatMap { current.labourMarket.occupation($0)?.code }
        let occupation = chosen ?? (reading.isSure ? reading.occupations.first?.code : nil)
        let read = reading.findings.filter { !corrections.without.contains($0.target) }
            .map { PostingNeed($0.target, also: $0.also, role: $0.role) }
        let known = Set(reading.findings.flatMap(\.targets))
        let added = corrections.added.filter {
            !known.contains($0) && !corrections.without.contains($0) && current.labourMarket.names($0)
        }
        let needs = read + added.prefix(Self.mostAdded).map { PostingNeed($0, role: .required) }
        let coverage = current.coverage(of: needs, for: occupation, language: language, limit: limit)
        let region = text.postalCode.flatMap { current.labourMarket.postalArea($0)?.region }
        if let occupation {
            unmetNeed.record(
                coverage.uncovered.map { coverage.needs[$0].target }, for: occupation, in: region, from: visitor, source: .postings)
        }
        return Answer(
            source: text, reading: reading, corrections: corrections, occupation: occupation, region: region, coverage: coverage)
    }

    private var reader: PostingReader {
        let labourMarket = catalogue.current.labourMarket
        return made.withLock { made in
            if let made, made.sources == labourMarket.sources { return made.reader }
            let reader = PostingReader(labourMarket, matcher: findOccupations.current)
            made = (labourMarket.sources, reader)
            return reader
        }
    }
}

extension LabourMarketInformation {
    /// Whether a skill or technology is in the taxonomies.
    fileprivate func names(_ target: TagTarget) -> Bool {
        switch target {
        case .skill(let id): skill(id) != nil
        case .technology(let id): technology(id) != nil
        case .occupation, .industry: false
        }
    }
}
