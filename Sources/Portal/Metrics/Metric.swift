/// Figures of one name, as a monitor reads them: what they mean, and a value for each set of labels.
package struct Metric: Hashable, Sendable {
    package enum Kind: String, Sendable { case counter, gauge, histogram }

    package struct Label: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package struct Sample: Hashable, Sendable {
        /// `_bucket`, `_sum` or `_count` of a histogram; nothing else has one.
        let suffix: String
        let labels: [Label]
        let value: Double
    }

    /// Lower-case letters and underscores, with the unit at the end: `tremplin_change_lag`, `process_cpu_seconds_total`.
    package let name: String
    package let kind: Kind
    /// One sentence without a full stop.
    package let help: String
    package internal(set) var samples: [Sample]

    /// What goes up and down.
    package static func gauge(_ name: String, _ help: String, _ value: Double) -> Metric {
        gauge(name, help, values: [([], value)])
    }

    package static func gauge(_ name: String, _ help: String, values: [(labels: [Label], value: Double)]) -> Metric {
        Metric(name: name, kind: .gauge, help: help, samples: values.map { Sample(suffix: "", labels: $0.labels, value: $0.value) })
    }

    /// What only grows. Its name ends in `_total`.
    package static func counter(_ name: String, _ help: String, values: [(labels: [Label], value: Double)]) -> Metric {
        Metric(name: name, kind: .counter, help: help, samples: values.map { Sample(suffix: "", labels: $0.labels, value: $0.value) })
    }

    /// How often something took how long.
    package static func histogram(_ name: String, _ help: String, limits: [Double], series: [Histogram]) -> Metric {
        Metric(name: name, kind: .histogram, help: help, samples: series.flatMap { $0.samples(limits) })
    }

    /// One series of a histogram.
    package struct Histogram: Sendable {
        let labels: [Label]
        /// How many stayed within each limit and beyond the one before, and last those beyond every limit.
        let counts: [Int]
        let sum: Double

        package init(labels: [Label], counts: [Int], sum: Double) {
            self.labels = labels
            self.counts = counts
            self.sum = sum
        }

        /// The format wants each bucket to hold those before it.
        fileprivate func samples(_ limits: [Double]) -> [Sample] {
            var samples: [Sample] = []
            var total = 0
            for (count, limit) in zip(counts, limits + [.infinity]) {
                total += count
                samples.append(
                    Sample(suffix: "_bucket", labels: labels + [Label("le", MetricText.number(limit))], value: Double(total)))
            }
            samples.append(Sample(suffix: "_sum", labels: labels, value: sum))
            samples.append(Sample(suffix: "_count", labels: labels, value: Double(total)))
            return samples
        }
    }
}
