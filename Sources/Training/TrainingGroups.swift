/// Texts that mean the same, or the same kind of work, sorted by sides; pairs are drawn from two sides or within one.
struct TrainingGroup: Sendable {
    /// Which sides a pair is of, and how often.
    struct Kind: Sendable { let first: Int; let second: Int; let share: Float }

    let sides: [[Int32]]
    let kinds: [Kind]
    let size: Int

    /// Kinds for which there are not two texts are dropped. `nil` when none stays.
    init?(sides: [[Int32]], kinds: [Kind]) {
        self.sides = sides
        self.kinds = kinds.filter { kind in
            kind.first == kind.second ? sides[kind.first].count > 1 : !sides[kind.first].isEmpty && !sides[kind.second].isEmpty
        }
        size = sides.reduce(0) { $0 + $1.count }
        if self.kinds.isEmpty { return nil }
    }

    func pair(_ random: inout RandomNumbers) -> (Int32, Int32) {
        var place = random.fraction() * kinds.reduce(0) { $0 + $1.share }
        var kind = kinds[kinds.count - 1]
        for candidate in kinds {
            place -= candidate.share
            if place < 0 {
                kind = candidate
                break
            }
        }
        let (first, second) = (sides[kind.first], sides[kind.second])
        let a = random.number(below: first.count)
        guard kind.first == kind.second else { return (first[a], second[random.number(below: second.count)]) }
        let b = random.number(below: first.count - 1)
        return (first[a], first[b < a ? b : b + 1])
    }
}

/// Groups of one kind, drawn with a probability of the square root of their size and one.
struct TrainingSource: Sendable {
    let name: String
    /// How many of a hundred batches come from it, roughly.
    let share: Float
    let groups: [TrainingGroup]
    /// Running sums of the groups' chances.
    private let chances: [Float]

    init(_ name: String, share: Float, groups: [TrainingGroup]) {
        self.name = name
        self.share = share
        self.groups = groups
        var sum: Float = 0
        chances = groups.map { group in
            sum += Float(group.size).squareRoot() + 1
            return sum
        }
    }

    func group(_ random: inout RandomNumbers) -> Int {
        let place = random.fraction() * (chances.last ?? 0)
        var (low, high) = (0, chances.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if chances[middle] > place { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
