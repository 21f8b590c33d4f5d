import Domain
import Foundation
import Logging
import Portal
import Synchronization
import Testing
import Tremplin

/// The log as a collector reads it.
struct JSONLogTests {
    private final class Lines: Sendable {
        private let written = Mutex<[[UInt8]]>([])
        var all: [[UInt8]] { written.withLock { $0 } }
        func append(_ line: [UInt8]) { written.withLock { $0.append(line) } }
    }

    private let lines = Lines()

    private func logger() -> Logger {
        let request = Logger.MetadataProvider { ["request": "from the surroundings"] }
        let clock = PortalClock { Timestamp(milliseconds: 1_795_453_200_007) }
        var logger = Logger(label: "tremplin") { [lines] in
            JSONLogHandler(label: $0, metadataProvider: request, clock: clock) { lines.append($0) }
        }
        logger.logLevel = .debug
        return logger
    }

    private func objects() throws -> [[String: Any]] {
        try lines.all.map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
    }

    @Test func `a line is one object with time, level, label, message and metadata`() throws {
        logger().notice("Ready", metadata: ["milliseconds": .stringConvertible(210), "share": .stringConvertible(0.5), "name": "x"])
        let line = try #require(try objects().first)
        #expect(Set(line.keys) == ["time", "level", "label", "message", "metadata"])
        #expect(line["time"] as? String == "2026-11-23T17:00:00.007Z")
        #expect(line["level"] as? String == "notice")
        #expect(line["label"] as? String == "tremplin")
        #expect(line["message"] as? String == "Ready")
        let metadata = try #require(line["metadata"] as? [String: Any])
        #expect(metadata["milliseconds"] as? Int == 210)
        #expect(metadata["share"] as? Double == 0.5)
        #expect(metadata["name"] as? String == "x")
        #expect(metadata["request"] as? String == "from the surroundings")
    }

    @Test func `whatever is said, it stays one line`() throws {
        logger().error("a\nb \"c\" \\ \u{1} \u{2028} été", metadata: ["list": ["x\ny", ["deep": "z\r"]]])
        let line = try #require(lines.all.first)
        #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1 && line.last == UInt8(ascii: "\n"))
        let object = try #require(try objects().first)
        #expect(object["message"] as? String == "a\nb \"c\" \\ \u{1} \u{2028} été")
        let list = try #require((object["metadata"] as? [String: Any])?["list"] as? [Any])
        #expect(list.first as? String == "x\ny")
        #expect((list.last as? [String: String])?["deep"] == "z\r")
    }

    @Test func `what is said at the place counts before what its logger carries, and that before its surroundings`() throws {
        var logger = logger()
        logger[metadataKey: "request"] = "carried"
        logger.info("a")
        logger.info("b", metadata: ["request": "said"])
        #expect(try objects().map { ($0["metadata"] as? [String: String])?["request"] } == ["carried", "said"])
    }

    @Test func `what is less important than the level is not written`() {
        logger().trace("a")
        #expect(lines.all.isEmpty)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    ])
    func `times are written as machines read them`(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    }
}
