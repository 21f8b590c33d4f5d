import Portal
import Testing

@Suite struct MailBellTests {
    @Test func `who waits goes on when the bell rings`() async {
        let bell = MailBell()
        async let waited: Void = bell.wait(atMost: .seconds(3_600))
        bell.ring()
        await waited
    }

    @Test func `a bell that rang while nobody waited is heard once`() async {
        let bell = MailBell()
        bell.ring()
        bell.ring()
        await bell.wait(atMost: .seconds(3_600))
        let start = ContinuousClock.now
        await bell.wait(atMost: .milliseconds(20))
        #expect(ContinuousClock.now - start >= .milliseconds(20))
    }
}
