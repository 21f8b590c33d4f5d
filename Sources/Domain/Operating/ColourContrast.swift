import Foundation

extension Colour {
    /// Relative luminance, 0 to 1, as WCAG 2.2 defines it.
    package var luminance: Double {
        let parts = [red, green, blue].map { byte -> Double in
            let part = Double(byte) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// 1 to 21 (WCAG 2.2, 1.4.3).
    package func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The lowest of the contrasts with several grounds.
    package func contrast(with grounds: [Colour]) -> Double { grounds.map { contrast(with: $0) }.min() ?? 21 }

    /// The colour itself where it stands out from every ground; else the first one on the way to black or white that does, on whichever
    /// way is shorter.
    package func nearest(contrasting ratio: Double, with grounds: [Colour]) -> Colour {
        if contrast(with: grounds) >= ratio { return self }
        for step in 1...256 {
            for end in [Colour.black, .white] {
                let colour = mixed(with: end, share: Double(step) / 256)
                if colour.contrast(with: grounds) >= ratio { return colour }
            }
        }
        return self
    }
}

/// One of the two looks of a page.
package enum ColourScheme: String, CaseIterable, Sendable {
    case light, dark

    /// What text in the accent colour stands on, and the text that stands on it: paper, cards, tinted panels, buttons. The same values as
    /// the style sheet's.
    package var grounds: [Colour] {
        let texts =
            switch self {
            case .light: ["#fbf9f4", "#ffffff", "#edf3ee"]
            case .dark: ["#101614", "#18201e", "#17302b", "#06201c"]
            }
        return texts.compactMap { Colour($0) }
    }

    /// WCAG 2.2, 1.4.3, level AA.
    package static let least = 4.5
}
