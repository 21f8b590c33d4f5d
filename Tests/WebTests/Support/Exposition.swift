/// Prometheus's text format, read strictly: what is not as the format says is an error.
struct Exposition {
    struct Sample {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    struct Family {
        let help: String
        var type = ""
        var samples: [Sample] = []
    }

    struct FormatError: Error, CustomStringConvertible { let description: String }

    private(set) var families: [String: Family] = [:]

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw FormatError(description: "the last line does not end") }
        var current = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let match = line.wholeMatch(of: /# HELP ([a-z_]+) (.+)/) {
                current = String(match.1)
                guard families[current] == nil else { throw FormatError(description: "\(current) stands twice") }
                families[current] = Family(help: String(match.2))
            } else if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                guard match.1 == current, families[current]?.type == "" else {
                    throw FormatError(description: "TYPE out of place: \(line)")
                }
                families[current]?.type = String(match.2)
            } else {
                let sample = try Self.sample(line)
                let suffixes = families[current]?.type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                guard suffixes.contains(where: { current + $0 == sample.name }) else {
                    throw FormatError(description: "\(sample.name) stands under \(current)")
                }
                families[current]?.samples.append(sample)
            }
        }
    }

    private static func sample(_ line: Substring) throws -> Sample {
        guard let match = line.wholeMatch(of: /([a-z_]+)(?:\{(.*)\})? (\S+)/) else { throw FormatError(description: "no sample: \(line)") }
        var labels: [String: String] = [:]
        if let list = match.2 {
            let pairs = list.matches(of: /([a-z_]+)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/)
            guard pairs.map({ String($0.0) }).joined() == String(list), !pairs.isEmpty else {
                throw FormatError(description: "no labels: \(list)")
            }
            for pair in pairs where labels.updateValue(String(pair.2), forKey: String(pair.1)) != nil {
                throw FormatError(description: "\(pair.1) stands twice")
            }
        }
        let number = match.3 == "+Inf" ? Double.infinity : Double(match.3)
        guard let number else { throw FormatError(description: "no number: \(line)") }
        return Sample(name: String(match.1), labels: labels, value: number)
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        families.values.lazy.flatMap(\.samples).first { $0.name == name && $0.labels == labels }?.value
    }
}
