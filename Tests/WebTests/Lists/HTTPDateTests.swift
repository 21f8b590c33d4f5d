import Testing
import Web

@Suite struct HTTPDateTests {
    @Test func `a date is written as the standard's own example is`() {
        #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    }

    @Test func `every second is read back as written`() {
        for seconds in stride(from: Int64(0), to: 4_102_444_800, by: 86_400 * 13 + 3_661) {
            #expect(HTTPDate.seconds(HTTPDate.text(seconds)) == seconds)
        }
    }

    @Test(arguments: ["", "yesterday", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 EST"])
    func `anything else is no date`(text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }
}
