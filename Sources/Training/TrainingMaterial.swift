package import Domain
import Foundation
import LabourMarket
import Matching

/// Everything a model is trained on: the texts, sorted into groups by source.
package struct TrainingMaterial: Sendable {
    /// What is kept out of training, so that it can be asked for afterwards.
    package enum LeftOut: String, Sendable, CaseIterable {
        case nothing
        /// One official title in twenty, and the titles that workers report.
        case measured
    }

    private(set) var texts: TrainingTexts
    private(set) var sources: [TrainingSource] = []
    /// Texts of the sentences about each unit group's duties: in both languages, side by side.
    private(set) var duties: [(code: String, sentences: [[Int32]])] = []
    package let missing: [String]

    /// - Parameters:
    ///   - information: the built-in reference data: titles, names, industries, skills, technologies.
    ///   - folder: the publishers' files: duties, definitions, alternate titles, crosswalk.
    package init(_ information: LabourMarketInformation, _ folder: PublishedFolder, rows: Int, leavingOut leftOut: LeftOut) throws {
        var folder = folder
        var builder = MaterialBuilder(texts: TrainingTexts(rows: rows), leftOut: leftOut)
        let published = try PublishedTexts(&folder, leavingOut: leftOut)
        builder.addOccupations(information, published)
        builder.addAlternates(published)
        builder.addBridges(published)
        builder.addSkills(information)
        builder.addNames(information, published)
        builder.addTranslations(published)
        builder.addTechnologies(published)
        texts = builder.texts
        sources = builder.sources.filter { !$0.groups.isEmpty }
        duties = builder.duties
        missing = folder.missing
    }

    package var summary: String {
        sources.map { source in "\(source.name): \(source.groups.count) groups, \(source.groups.reduce(0) { $0 + $1.size }) texts" }
            .joined(separator: "; ")
    }
}

/// A text and its translation.
struct Translation: Hashable, Sendable {
    let english: String
    let french: String
}
