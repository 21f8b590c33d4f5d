import Domain
import Foundation
import Matching
import Testing

@testable import Training

/// Training small enough for a test: six kinds of work, no publishers' files.
struct TinyTrainingTests {
    private static let information: LabourMarketInformation = {
        var information = LabourMarketInformation()
        for (code, english, french) in [
            ("72106", ["welder", "pipe welder", "welding operator"], ["soudeur", "soudeuse de tuyaux", "opérateur de soudage"]),
            ("33102", ["nurse aide", "patient attendant", "orderly"], ["préposé aux bénéficiaires", "aide-infirmier", "garçon de salle"]),
            ("62200", ["chef", "sous-chef", "pastry chef"], ["chef cuisinier", "sous-chef", "chef pâtissier"]),
            ("21232", ["software developer", "programmer", "app developer"], ["développeur de logiciels", "programmeur", "programmeuse"]),
            ("73300", ["truck driver", "long haul driver", "hauler"], ["camionneur", "chauffeur de camion", "routier"]),
            ("64410", ["security guard", "bouncer", "night guard"], ["gardien de sécurité", "videur", "agent de sécurité"]),
        ] {
            guard let occupation = OccupationCode(code) else { continue }
            information.occupations[occupation] = Occupation(code: occupation, title: LocalizedText(en: english[0], fr: french[0]))
            information.jobTitles += english.map { JobTitle(code: occupation, language: .en, title: $0) }
            information.jobTitles += french.map { JobTitle(code: occupation, language: .fr, title: $0) }
        }
        return information
    }()

    private func model(threads: Int, seed: UInt64 = 7, steps: Int = 40) throws -> EmbeddingModel {
        var recipe = MatcherRecipe()
        (recipe.dimensions, recipe.rows, recipe.pairs) = (16, 1 << 10, 64)
        (recipe.steps, recipe.warmUp, recipe.seed) = (steps, 5, seed)
        let nowhere = FileManager.default.temporaryDirectory.appending(path: "tremplin-no-such-folder")
        let material = try TrainingMaterial(Self.information, PublishedFolder(nowhere), rows: recipe.rows, leavingOut: .nothing)
        #expect(material.missing.contains("noc-2021/main-duties.csv"))
        return MatcherTraining(material, recipe, origins: [], leftOut: .nothing).model(threads: threads)
    }

    @Test func `the same seed gives the same bytes on one thread and on three, another seed others`() throws {
        let alone = EmbeddingDocument.write(try model(threads: 1))
        #expect(alone == EmbeddingDocument.write(try model(threads: 3)))
        #expect(alone != EmbeddingDocument.write(try model(threads: 1, seed: 8)))
    }

    @Test func `titles of one kind of work come together, across languages`() throws {
        let model = try model(threads: 2)
        func vector(_ title: String, _ language: Language) -> [Float] { model.vector(EmbeddedText(title: title, language: language)) }
        let welder = vector("pipe welder", .en)
        #expect(
            EmbeddingModel.dot(welder, vector("soudeuse de tuyaux", .fr)) > EmbeddingModel.dot(welder, vector("chef pâtissier", .fr)) + 0.3)
        #expect(
            EmbeddingModel.dot(vector("bouncer", .en), vector("videur", .fr))
                > EmbeddingModel.dot(vector("bouncer", .en), vector("routier", .fr)))
    }

    @Test func `a pair is drawn from the whole group, never a text with itself`() throws {
        let group = try #require(TrainingGroup(sides: [Array(0..<40)], kinds: [.init(first: 0, second: 0, share: 1)]))
        var random = RandomNumbers(seed: 3)
        var seen: Set<Int32> = []
        for _ in 0..<400 {
            let (a, b) = group.pair(&random)
            #expect(a != b)
            seen.formUnion([a, b])
        }
        #expect(seen.count == 40)
    }

    @Test func `e to a power is what it should be`() {
        let powers = SIMD8<Float>(0, -0.5, 1, -14.3, -28.6, 3.7, -1e-3, 10)
        let found = MatrixProduct.exponential(powers)
        for place in 0..<8 {
            let right = Foundation.exp(Double(powers[place]))
            #expect(abs(Double(found[place]) - right) <= 2e-6 * right)
        }
    }

    @Test func `a product of matrices is what a plain loop gives`() {
        let (a, b, result) = (Matrix(rows: 8, columns: 16), Matrix(rows: 16, columns: 24), Matrix(rows: 8, columns: 24))
        var random = RandomNumbers(seed: 1)
        for place in 0..<8 * 16 { a.numbers[place] = random.normal() }
        for place in 0..<16 * 24 { b.numbers[place] = random.normal() }
        let strips = MatrixProduct.Strips(depth: 16, columns: 24)
        strips.fill(b, rows: 0..<16)
        MatrixProduct.multiply(a.numbers, rows: 8, by: strips, strips: 3, into: result.start)
        for row in 0..<8 {
            for column in 0..<24 {
                var sum: Float = 0
                for place in 0..<16 { sum += a.numbers[row * 16 + place] * b.numbers[place * 24 + column] }
                #expect(abs(result.numbers[row * 24 + column] - sum) < 1e-4)
            }
        }
        withExtendedLifetime((a, b, result)) {}
    }
}
