import Domain
import HTML
import Portal

/// What the pages of the review call things.
struct ReviewWords {
    let view: View

    private var t: Texts.Reader { view.t }

    /// `Very likely (92%)`
    func confidence(_ value: Double) -> String {
        let word = value >= 0.8 ? "veryLikely" : value >= 0.6 ? "likely" : value >= 0.35 ? "possible" : "uncertain"
        return t("review.confidence.\(word)", ["percent": view.format.percent(value)])
    }

    func kind(_ kind: TagTarget.Kind) -> String { t("programs.tags.kind.\(kind.rawValue)") }

    /// `1 min 20 s`
    func seconds(_ seconds: Int) -> String {
        seconds < 60
            ? t("review.seconds", ["seconds": view.format.number(seconds)])
            : t("review.minutes", ["minutes": view.format.number(seconds / 60), "seconds": view.format.number(seconds % 60)])
    }

    /// The matcher and taxonomies a text was read with.
    func version(_ version: ReaderVersion) -> String {
        t("review.version", ["matcher": version.matcher, "taxonomy": version.taxonomy])
    }
}

extension TagTarget {
    /// As forms and scripts name it: `skill:oasis:critical-thinking`.
    var field: String { kind.rawValue + ":" + code }
}
