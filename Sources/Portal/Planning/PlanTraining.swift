import Domain
package import Matching

/// From where somebody is to the job they want: sets of programs, within their limits.
package struct PlanTraining: Sendable {
    private let catalogue: CurrentCatalogue
    private let unmetNeed: CountUnmetNeed

    package init(catalogue: CurrentCatalogue, unmetNeed: CountUnmetNeed) {
        self.catalogue = catalogue
        self.unmetNeed = unmetNeed
    }

    /// - Parameter visitor: who asks, for counting what is needed and not offered; `.none` counts nothing.
    package func callAsFunction(_ request: PlanRequest, visitor: Visitor = .none) -> PlanAnswer {
        let answer = catalogue.current.plans(for: request)
        unmetNeed.record(answer.unmet.map(\.target), for: request.to, in: request.region, from: visitor)
        return answer
    }
}
