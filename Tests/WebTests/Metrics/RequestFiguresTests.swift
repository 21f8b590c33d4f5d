import HTTPTypes
import Testing
import Web

/// What is counted of each request.
@Suite struct RequestFiguresTests {
    private let figures = RequestFigures(routes: ["/en", "/en/programs/{id}", "/en"])

    @Test func `a request is counted under its route, its method and its class of status`() throws {
        figures.record(route: "/en/programs/{id}", method: .get, status: .ok, .milliseconds(3))
        figures.record(route: "/en/programs/{id}", method: .get, status: .notModified, .milliseconds(3))
        figures.record(route: "/en/programs/{id}", method: .post, status: .serviceUnavailable, .milliseconds(3))
        let series = figures.series
        #expect(series.map(\.route) == Array(repeating: "/en/programs/{id}", count: 3))
        #expect(series.map(\.method) == ["GET", "GET", "POST"])
        #expect(series.map(\.statusClass) == ["2xx", "3xx", "5xx"])
        #expect(abs(series[0].seconds - 0.003) < 1e-9)
    }

    @Test func `time falls into the first limit it does not exceed`() throws {
        for time in [Duration.microseconds(500), .microseconds(501), .seconds(10), .seconds(11)] {
            figures.record(route: "/en", method: .get, status: .ok, time)
        }
        let counts = try #require(figures.series.first).counts
        #expect(counts.count == RequestFigures.limits.count + 1)
        #expect(counts.enumerated().filter { $0.element > 0 }.map(\.offset) == [0, 1, counts.count - 2, counts.count - 1])
    }

    @Test func `whatever is asked for, the series stay as few as the routes`() {
        for number in 0..<500 {
            figures.record(route: "/nowhere/\(number)", method: .init("M\(number)") ?? .get, status: .init(code: 100 + number), .zero)
        }
        #expect(Set(figures.series.map(\.route)) == [RequestFigures.otherRoute])
        #expect(figures.series.count <= 4)
    }

    @Test func `nothing is lost when many are counted at once`() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { [figures] in
                    for _ in 0..<2_000 {
                        figures.begin()
                        figures.record(route: "/en", method: .get, status: .ok, .microseconds(1))
                        figures.end()
                    }
                }
            }
        }
        #expect(figures.series.map { $0.counts.reduce(0, +) } == [16_000])
        #expect(figures.requestsInFlight == 0)
    }
}
