import Foundation
import Testing
import Web

/// JSON that any reader takes.
@Suite struct JSONValueTests {
    private func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }

    @Test func `entries keep their order, and those without a value are left out`() {
        #expect(text(.object([("b", .integer(1)), ("a", nil), ("c", .bool(true))])) == #"{"b":1,"c":true}"#)
    }

    @Test func `an empty list and an empty object are written`() {
        #expect(text(.array([])) == "[]")
        #expect(text(.object([("a", nil)])) == "{}")
    }

    @Test func `quotes, backslashes and controls are escaped`() {
        #expect(text(.string("a\"b\\c\n\t\u{0}\u{1F}é")) == "\"a\\\"b\\\\c\\n\\u0009\\u0000\\u001fé\"")
    }

    @Test func `a number that is none becomes nothing`() { #expect(text(.array([.number(.nan), .number(.infinity)])) == "[null,null]") }

    @Test func `any text reads back as it was`() throws {
        var generator = SeededGenerator(seed: 77)
        for _ in 0..<2_000 {
            let value = generator.hostileText()
            let read = try JSONSerialization.jsonObject(with: Data(JSONValue.object([(value, .string(value))]).bytes)) as? [String: String]
            #expect(read?.values.first.map { Array($0.utf8) } == Array(value.utf8), "\(value.debugDescription)")
        }
    }

    @Test func `any number reads back as it was`() throws {
        var generator = SeededGenerator(seed: 78)
        for _ in 0..<2_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(try JSONDecoder().decode([Double].self, from: Data(JSONValue.array([.number(value)]).bytes)) == [value])
        }
    }
}
