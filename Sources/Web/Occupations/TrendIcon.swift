import HTML

/// An arrow beside the words of an outlook: up where workers are wanted, level, or down.
enum TrendIcon {
    /// - Parameter score: 2 (best for the worker) to -2.
    static func write(_ score: Int, _ h: inout HTMLWriter) { h.raw(score > 0 ? up : score < 0 ? down : level) }

    private static let up = SafeHTML(
        """
        <svg class="trend" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true"><path d="M2 14c9 0 15-3 19-11M14 2h7v7" fill="none" \
        stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
    private static let level = SafeHTML(
        """
        <svg class="trend" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true"><path d="M2 8h19M15 2l6 6-6 6" fill="none" \
        stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
    private static let down = SafeHTML(
        """
        <svg class="trend" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true"><path d="M2 2c9 0 15 3 19 11M21 7v7h-7" fill="none" \
        stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
}
