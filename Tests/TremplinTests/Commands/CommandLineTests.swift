import Testing

struct CommandLineTests {
    @Test func `help and version are results`() async throws {
        let help = await (try Terminal()).run("--help")
        #expect(help.code == 0)
        #expect(help.output.contains("labour-market") && help.output.contains("--http-port"))
        #expect(help.notices.isEmpty)
        let version = await (try Terminal()).run("--version")
        #expect(version.code == 0)
        #expect(!version.output.isEmpty)
    }

    @Test(arguments: [
        ["bake"], ["match"], ["match", "--limit", "0", "baker"], ["match", "--limt", "5", "baker"], ["match", "--lang", "de", "Bäcker"],
        ["match", "--batch", "x.csv", "--json"], ["search", "--filter", "colour=red"], ["search", "--filter", "price"],
        ["recommend", "--occupation", "12", "welder"], ["recommend"], ["labour-market", "load", "weather", "x.csv"],
        ["labour-market", "load", "cops", "--as-of", "31-01-2026", "x.csv"], ["import", "programs"],
        ["export", "programs", "--format", "pdf"], ["sector-changes", "--from", "31-01-2026"],
        ["referrals", "--from", "soon"], ["referrals", "--from", "2026-02-01", "--to", "2026-01-01"], ["referrals", "--format", "pdf"],
        ["sector-changes", "--from", "2026-02-01", "--to", "2026-01-01"],
    ])
    func `a command that is wrong is a usage error on standard error`(arguments: [String]) async throws {
        let answer = await (try Terminal()).run(arguments)
        #expect(answer.code == 64)
        #expect(answer.output.isEmpty)
        #expect(!answer.notices.isEmpty)
    }

    @Test func `a setting that cannot be used ends the command`() async throws {
        let answer = await (try Terminal()).run("doctor", "--http-port", "many")
        #expect(answer.code == 78)
        #expect(answer.notices.contains("http.port"))
    }

    @Test(arguments: [
        ["import", "institutions", "a.csv"], ["demo", "load"], ["export", "programs"], ["import", "programs", "a.csv"], ["sector-changes"],
        ["referrals"],
    ])
    func `commands that need the database say how to make one`(arguments: [String]) async throws {
        let terminal = try Terminal()
        let table = try terminal.file("a.csv", "id,name_en,name_fr,kind,url,city,postal_code\n")
        let answer = await terminal.run(arguments.map { $0 == "a.csv" ? table : $0 })
        #expect(answer.code == 69)
        #expect(answer.notices.contains("tremplin migrate"))
    }
}
