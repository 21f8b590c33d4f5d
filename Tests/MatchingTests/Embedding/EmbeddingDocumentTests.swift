import Domain
import Matching
import Testing

extension EmbeddingModel {
    /// Rows of numbers from nowhere: enough to be written, read and added up.
    static func sample(dimensions: Int = 16, rows: Int = 1 << 10, duties: DutyVectors = .none) -> EmbeddingModel {
        var state: UInt64 = 42
        let values = (0..<dimensions * rows).map { _ -> Int8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int8(truncatingIfNeeded: state >> 40)
        }
        let header = EmbeddingHeader(
            dimensions: dimensions, rows: rows, recipe: 1, seed: 5,
            origins: [.init(name: "noc", version: "2021 v1.0", licence: "Statistics Canada Open Licence")])
        return EmbeddingModel(header: header, values: values, scales: [Float](repeating: 0.01, count: rows), duties: duties)
    }
}

struct EmbeddingDocumentTests {
    private let model = EmbeddingModel.sample(
        duties: DutyVectors(codes: ["33102", "72106"], counts: [1, 2], values: (0..<48).map { Int8($0 - 20) }))

    @Test func `a model is read as it was written`() throws {
        let read = try EmbeddingDocument.read(EmbeddingDocument.write(model))
        #expect(read.header == model.header)
        #expect(read.duties == model.duties)
        let title = EmbeddedText(title: "pipe welder", language: .en)
        #expect(read.vector(title) == model.vector(title))
        #expect(EmbeddingDocument.write(read) == EmbeddingDocument.write(model))
    }

    @Test func `a file says in plain text what it is and where it comes from`() {
        let text = String(decoding: EmbeddingDocument.write(model).prefix(400), as: UTF8.self)
        #expect(text.hasPrefix("tremplin-matcher\t1\ndimensions\t16\nrows\t1024\nrecipe\t1\nseed\t5\n"))
        #expect(text.contains("data\tnoc\t2021 v1.0\tStatistics Canada Open Licence\n"))
    }

    @Test func `what is no model, of another format, cut short or changed is refused`() {
        let bytes = EmbeddingDocument.write(model)
        func problem(_ bytes: [UInt8]) -> EmbeddingDocument.Problem? {
            do {
                _ = try EmbeddingDocument.read(bytes)
                return nil
            } catch { return error }
        }
        #expect(problem([]) == .notAModel)
        #expect(problem(Array("code,lang,label\n".utf8)) == .notAModel)
        #expect(problem(Array("tremplin-matcher\t9\n\n".utf8)) == .otherFormat("9"))
        #expect(problem(Array(bytes.dropLast())) == .damaged)
        #expect(problem(Array(bytes.prefix(60))) == .damaged)
        var changed = bytes
        changed[bytes.count - 5] ^= 1
        #expect(problem(changed) == .damaged)
    }

    @Test func `a text's direction has length one, and none without a word`() {
        let vector = model.vector(EmbeddedText(title: "nurse aide", language: .en))
        #expect(abs(EmbeddingModel.dot(vector, vector) - 1) < 1e-4)
        #expect(model.vector(EmbeddedText(title: " – ", language: .en)).allSatisfy { $0 == 0 })
    }

    @Test func `a title's head noun is read in its language`() {
        #expect(EmbeddedText(title: "welding instructor", language: .en).head == "instructor")
        #expect(EmbeddedText(title: "directeur de banque", language: .fr).head == "directeur")
        #expect(EmbeddedText(sentence: "welding instructor").head == nil)
    }
}
