import StorageContract
import Testing

@Suite(.enabled(if: TestServer.isThere, "TREMPLIN_TEST_POSTGRES names no server; script/test starts one"))
struct PostgresContractTests {
    @Test(arguments: ContractTest.all)
    func `PostgreSQL keeps the contract`(_ test: ContractTest) async throws {
        try await TestServer.withDatabase { try await test.run($0) }
    }
}
