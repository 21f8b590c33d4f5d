import Domain
import Testing
import Web

/// Addresses within the portal.
@Suite struct LinksTests {
    @Test func `no two pages share an address`() {
        let paths = Language.allCases.flatMap { language in PageRoute.allCases.map { Links(language).path($0, id: "1") } }
        #expect(Set(paths).count == paths.count)
    }

    @Test func `every page's address begins with its language`() {
        for language in Language.allCases {
            for route in PageRoute.allCases { #expect(Links(language).path(route, id: "1").hasPrefix("/\(language.rawValue)")) }
        }
    }

    @Test func `French addresses are written without accents`() {
        for route in PageRoute.allCases { #expect(route.pattern(.fr).utf8.allSatisfy { $0 < 0x80 }) }
    }

    @Test func `an identifier cannot leave its place in an address`() {
        #expect(Links(.en).program("../../admin?x=1#y") == "/en/programs/..%2F..%2Fadmin%3Fx%3D1%23y")
    }

    @Test func `a job's words are kept in the address of its recommendations`() {
        #expect(
            Links(.fr).recommendations(for: "préposé & co", occupation: OccupationCode("33102"))
                == "/fr/recommandations?job=pr%C3%A9pos%C3%A9%20%26%20co&occupation=33102")
    }
}
