import Domain
private import Foundation

/// The names of everything of one kind a text may speak of, by their words and by their directions.
struct NameIndex: Sendable {
    /// What a text says of every target.
    struct Scores: Sendable {
        /// Of the name that is covered best: the share of its words, weighted by their rarity, that stand in one sentence.
        var coverage: [Float]
        /// 1 when all words of a name stand side by side, times how rare they are together (1 from two rare words on).
        var phrase: [Float]
        /// The cosine of the nearest phrase with the nearest name, and with the mean of the phrases.
        var nearest: [Float]
        var whole: [Float]
        /// Which sentence says most.
        var sentence: [Int32]
    }

    let targets: [TagTarget]
    private let targetOfName: [Int32]
    private let stemsOfName: [[Int32]]
    /// The sum of its stems' rarities.
    private let weightOfName: [Float]
    private let numberOfStem: [String: Int32]
    private let rarity: [Float]
    private let namesOfStem: [[Int32]]
    /// Directions of the names, in whole numbers; empty without a model.
    private let vectors: [Int8]
    private let scales: [Float]
    private let model: EmbeddingModel?

    /// - Parameter names: a target and one of its names, with the language it is in.
    init(_ names: [(target: TagTarget, name: String, language: Language)], _ model: EmbeddingModel?) {
        var targets: [TagTarget] = []
        var place: [TagTarget: Int32] = [:]
        var numbers: [String: Int32] = [:]
        var namesOfStem: [[Int32]] = []
        var targetOfName: [Int32] = []
        var stemsOfName: [[Int32]] = []
        var texts: [EmbeddedText] = []
        var seen: Set<String> = []
        for (target, name, language) in names {
            let text = EmbeddedText(title: name, language: language)
            let key = "\(target.code) \(text.stems.joined(separator: " "))"
            guard !text.stems.isEmpty, seen.insert(key).inserted else { continue }
            if place[target] == nil {
                place[target] = Int32(targets.count)
                targets.append(target)
            }
            let stems = text.stems.map { stem in
                if let number = numbers[stem] { return number }
                numbers[stem] = Int32(namesOfStem.count)
                namesOfStem.append([])
                return Int32(namesOfStem.count - 1)
            }
            for stem in stems { namesOfStem[Int(stem)].append(Int32(stemsOfName.count)) }
            targetOfName.append(place[target] ?? 0)
            stemsOfName.append(stems)
            texts.append(text)
        }
        let count = Float(stemsOfName.count)
        let rarity = namesOfStem.map { log((count + 1) / (Float($0.count) + 0.5)) }
        self.targets = targets
        self.targetOfName = targetOfName
        self.stemsOfName = stemsOfName
        numberOfStem = numbers
        self.namesOfStem = namesOfStem
        self.rarity = rarity
        weightOfName = stemsOfName.map { $0.reduce(0) { $0 + rarity[Int($1)] } }
        self.model = model
        var vectors: [Int8] = []
        var scales: [Float] = []
        if let model {
            vectors.reserveCapacity(texts.count * model.dimensions)
            for text in texts {
                let rounded = RoundedVector(model.vector(text), largest: 127)
                vectors.append(contentsOf: rounded.values)
                scales.append(rounded.scale)
            }
        }
        self.vectors = vectors
        self.scales = scales
    }

    /// - Parameter isList: each sentence says something of its own, as in a list of what is asked for: the nearest of them stands for the whole.
    func scores(_ passages: TextPassages, isList: Bool = false) -> Scores {
        let zeros = [Float](repeating: 0, count: targets.count)
        var scores = Scores(
            coverage: zeros, phrase: zeros, nearest: zeros, whole: zeros, sentence: [Int32](repeating: -1, count: targets.count))
        // How much the sentence that says most says.
        var most = zeros
        for (sentence, stems) in passages.stems.enumerated() { cover(stems, sentence, &scores, &most) }
        if let model {
            compare(passages, model, &scores, &most)
            if isList { scores.whole = zip(scores.whole, scores.nearest).map { max($0, Self.listShare * $1) } }
        }
        return scores
    }

    /// A line of a list is less of a witness than a whole text about one thing.
    private static let listShare: Float = 0.9

    private func cover(_ words: [String], _ sentence: Int, _ scores: inout Scores, _ most: inout [Float]) {
        let stems = words.map { numberOfStem[$0] ?? -1 }
        var covered: [Int32: Float] = [:]
        for stem in Set(stems) where stem >= 0 {
            for name in namesOfStem[Int(stem)] { covered[name, default: 0] += rarity[Int(stem)] }
        }
        for (name, weight) in covered {
            let target = Int(targetOfName[Int(name)])
            let share = weight / max(weightOfName[Int(name)], 1e-6)
            scores.coverage[target] = max(scores.coverage[target], share)
            var phrase: Float = 0
            if share > 0.999, Self.contains(stems, stemsOfName[Int(name)]) {
                phrase = min(1, weightOfName[Int(name)] / Self.rareEnough)
                scores.phrase[target] = max(scores.phrase[target], phrase)
            }
            note(share + phrase, target, sentence, &scores, &most)
        }
    }

    /// The rarity of two names' words in a thousand together.
    private static let rareEnough: Float = 12

    /// How rare the words of a name that stands there are beside a word of one name alone, 0...1; 0 when none stands there.
    func rarity(_ scores: Scores, _ target: Int) -> Float {
        min(1, scores.phrase[target] * Self.rareEnough / max(1e-6, log((Float(stemsOfName.count) + 1) / 1.5)))
    }

    private func compare(_ passages: TextPassages, _ model: EmbeddingModel, _ found: inout Scores, _ most: inout [Float]) {
        var mean = [Float](repeating: 0, count: model.dimensions)
        for phrase in passages.phrases {
            let vector = model.vector(phrase.text)
            for place in mean.indices { mean[place] += vector[place] }
            let rounded = RoundedVector(vector)
            rounded.products(vectors, targetOfName.indices) { name, product in
                let cosine = Float(product) * rounded.scale * scales[name]
                let target = Int(targetOfName[name])
                guard cosine > found.nearest[target] else { return }
                found.nearest[target] = cosine
                note(2 * cosine, target, phrase.sentence, &found, &most)
            }
        }
        EmbeddingModel.normalise(&mean)
        let rounded = RoundedVector(mean)
        rounded.products(vectors, targetOfName.indices) { name, product in
            let target = Int(targetOfName[name])
            found.whole[target] = max(found.whole[target], Float(product) * rounded.scale * scales[name])
        }
    }

    private func note(_ score: Float, _ target: Int, _ sentence: Int, _ scores: inout Scores, _ most: inout [Float]) {
        guard score > most[target] || (score == most[target] && Int32(sentence) < scores.sentence[target]) else { return }
        most[target] = score
        scores.sentence[target] = Int32(sentence)
    }

    /// Side by side, in order.
    private static func contains(_ stems: [Int32], _ name: [Int32]) -> Bool {
        guard name.count <= stems.count else { return false }
        return (0...(stems.count - name.count)).contains { start in name.indices.allSatisfy { stems[start + $0] == name[$0] } }
    }
}
