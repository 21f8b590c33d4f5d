/// The file of a model: lines of text that say what it is, an empty line, then its numbers.
///
/// ```
/// tremplin-matcher<TAB>1
/// dimensions<TAB>64 …
/// data<TAB>noc<TAB>2021 v1.0<TAB>Statistics Canada Open Licence
/// duties<TAB>00010:7 00011:5 …
/// checksum<TAB>FNV-1a of what follows the empty line, 16 hexadecimal digits
///
/// scales (32-bit floats, little-endian), rows (8-bit integers), vectors of duties (8-bit integers)
/// ```
package enum EmbeddingDocument {
    /// Why bytes are not a model this version can read.
    package enum Problem: Error, Hashable, Sendable { case notAModel, otherFormat(String), damaged }

    private static let format = "1"

    package static func write(_ model: EmbeddingModel) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(4 * model.scales.count + model.values.count + model.duties.values.count)
        for scale in model.scales { withUnsafeBytes(of: scale.bitPattern.littleEndian) { body.append(contentsOf: $0) } }
        body.append(contentsOf: model.values.lazy.map { UInt8(bitPattern: $0) })
        body.append(contentsOf: model.duties.values.lazy.map { UInt8(bitPattern: $0) })
        let header = model.header
        var lines = [
            ["tremplin-matcher", format], ["dimensions", String(header.dimensions)], ["rows", String(header.rows)],
            ["recipe", String(header.recipe)], ["seed", String(header.seed)], ["left-out", header.leftOut],
        ]
        lines += header.origins.map { ["data", $0.name, $0.version, $0.licence] }
        lines.append(["duties", zip(model.duties.codes, model.duties.counts).map { "\($0):\($1)" }.joined(separator: " ")])
        lines.append(["checksum", checksum(body[...])])
        let text = lines.map { $0.map(oneLine).joined(separator: "\t") + "\n" }.joined() + "\n"
        return Array(text.utf8) + body
    }

    package static func read(_ bytes: [UInt8]) throws(Problem) -> EmbeddingModel {
        var lines: [[String]] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A), end > start {
            guard lines.count < 1_000 else { throw .notAModel }
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            lines.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
            start = end + 1
            guard lines[0][0] == "tremplin-matcher" else { throw .notAModel }
            guard start < bytes.count else { throw .damaged }
        }
        guard let first = lines.first else { throw .notAModel }
        guard first.count == 2, first[1] == format else { throw .otherFormat(first.count > 1 ? first[1] : "") }
        func value(_ name: String) -> String? { lines.first { $0.count == 2 && $0[0] == name }?[1] }
        guard let dimensions = value("dimensions").flatMap({ Int($0) }), let rows = value("rows").flatMap({ Int($0) }),
            let recipe = value("recipe").flatMap({ Int($0) }), let seed = value("seed").flatMap({ UInt64($0) }),
            let duties = duties(value("duties") ?? ""),
            (8...1_024).contains(dimensions), dimensions % 8 == 0, (1...1 << 24).contains(rows), rows & (rows - 1) == 0
        else { throw .damaged }
        let body = bytes[(start + 1)...]
        let vectors = duties.reduce(0) { $0 + $1.count }
        guard body.count == rows * (4 + dimensions) + vectors * dimensions, checksum(body) == value("checksum") else { throw .damaged }
        let origins = lines.filter { $0[0] == "data" && $0.count == 4 }.map {
            EmbeddingHeader.Origin(name: $0[1], version: $0[2], licence: $0[3])
        }
        let header = EmbeddingHeader(
            dimensions: dimensions, rows: rows, recipe: recipe, seed: seed, origins: origins, leftOut: value("left-out") ?? "")
        return body.withUnsafeBytes { body in
            let scales = (0..<rows).map { row in
                Float(bitPattern: UInt32(littleEndian: body.loadUnaligned(fromByteOffset: 4 * row, as: UInt32.self)))
            }
            func numbers(_ range: Range<Int>) -> [Int8] {
                UnsafeRawBufferPointer(rebasing: body[range]).withMemoryRebound(to: Int8.self) { Array($0) }
            }
            let end = rows * (4 + dimensions)
            return EmbeddingModel(
                header: header, values: numbers(4 * rows..<end), scales: scales,
                duties: DutyVectors(codes: duties.map(\.code), counts: duties.map(\.count), values: numbers(end..<body.count)))
        }
    }

    /// `nil` when it is no list of codes and counts.
    private static func duties(_ text: String) -> [(code: String, count: Int)]? {
        var result: [(code: String, count: Int)] = []
        for entry in text.split(separator: " ") {
            let sides = entry.split(separator: ":")
            guard sides.count == 2, let count = Int(sides[1]), (1...100_000).contains(count) else { return nil }
            result.append((String(sides[0]), count))
        }
        return result
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> String {
        let hash = bytes.withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return hash
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
