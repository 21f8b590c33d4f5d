import Domain
import Portal
import Testing

/// What is refused as a password, and that a good one never is.
@Suite struct PasswordRulesTests {
    private let rules: PasswordRules

    init() throws { rules = try PasswordRules(portal: LocalizedText(en: "Gangway", fr: "Passerelle")) }

    private func problem(_ password: String, names: [String] = []) -> PasswordRules.Problem? {
        do { try rules.check(password, names: names) } catch { return error }
        return nil
    }

    @Test(arguments: [
        ("", PasswordRules.Problem.short), ("elevenchars", .short), ("éèêëàâäùûü!", .short), (String(repeating: "ab3!x", count: 41), .long),
        ("1q2w3e4r5t6y", .common), ("password1234", .common), ("P@ssw0rd!2026", .common), ("motdepasse2026", .common),
        ("passwordpassword", .common), ("azertyazerty", .pattern), ("soleilsoleil", .common), ("Bienvenue2026!", .common),
        ("--welcome--2024--", .common),
        ("sonyericsson", .common), ("SonyEricsson1", .common), ("aaaaaaaaaaaa", .pattern), ("abababababab", .pattern),
        ("121212121212121", .pattern),
        ("qwertyuiopas", .pattern), ("abcdefghijkl", .pattern), ("987654321098", .pattern), ("azertyuiopqs", .pattern),
    ])
    func `what is guessed first is refused`(password: String, expected: PasswordRules.Problem) {
        #expect(problem(password) == expected)
    }

    @Test(arguments: [
        ("gangway2026!", []), ("Passerelle-1", []), ("ana.tremblay1", ["Ana Tremblay"]), ("Tremblay Ana 99", ["Ana Tremblay"]),
        ("cedarcollege1", ["Cedar College"]), ("ana@cedar.example", ["ana@cedar.example", "cedar.example"]),
        ("Trémblay-Trémblay", ["Ana Tremblay"]),
    ])
    func `one's own name and the portal's are refused`(password: String, names: [String]) {
        #expect(problem(password, names: names) == .personal)
    }

    @Test(arguments: [
        "seven quiet herons", "correct horse battery staple", "la pluie sur le canal", "xK9!vQ2@pL7#", "Jean-Pierre aime la poutine",
        "二十四時間営業の店はどこですか",
        "839201746529163", "mon chien s’appelle Rex",
    ])
    func `a good one is taken, whatever it is made of`(password: String) {
        #expect(problem(password, names: ["Ana Tremblay", "Cedar College", "ana@cedar.example"]) == nil)
    }

    @Test func `nothing random of the right length is refused`() {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.!")
        for _ in 0..<2_000 {
            let password = String((0..<Int.random(in: 14...60, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
            #expect(problem(password, names: ["Ana Tremblay"]) == nil, "\(password)")
        }
    }

    @Test func `one password is one, however its accents are composed`() async throws {
        let hasher = PasswordHasher(cost: .least)
        let hash = try await hasher.hash("l\u{E9}t\u{E9} \u{E0} la mer")
        #expect(try await hasher.matches("le\u{301}te\u{301} a\u{300} la mer", hash))
        #expect(try await !hasher.matches("lete a la mer", hash))
        #expect(hash.hasPrefix("$argon2id$"))
    }
}
