import Domain
import Testing

@Suite struct CoordinateTests {
    private static let toronto = Coordinate(latitude: 43.6532, longitude: -79.3832)
    private static let ottawa = Coordinate(latitude: 45.4215, longitude: -75.6972)

    @Test func `Toronto and Ottawa are about 352 kilometres apart`() {
        #expect(abs(Self.toronto.kilometres(to: Self.ottawa) - 352) < 3)
    }

    @Test func `the way back is as long as the way there`() {
        #expect(abs(Self.toronto.kilometres(to: Self.ottawa) - Self.ottawa.kilometres(to: Self.toronto)) < 1e-9)
    }

    @Test func `a place is no distance from itself`() { #expect(Self.ottawa.kilometres(to: Self.ottawa) == 0) }

    @Test func `the far side of the globe is half its girth away`() {
        let distance = Coordinate(latitude: 0, longitude: 0).kilometres(to: Coordinate(latitude: 0, longitude: 180))
        #expect(abs(distance - 20_015) < 1)
    }
}
