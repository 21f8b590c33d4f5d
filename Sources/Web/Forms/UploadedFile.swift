import HTTPTypes
import Hummingbird
import NIOCore

/// The one file of a form, taken in memory up to a limit.
struct UploadedFile: Sendable {
    /// As the browser names it.
    let name: String
    let bytes: [UInt8]

    enum Problem: Error, Hashable {
        case malformed
        case tooLarge
        case none
    }

    /// - Parameter limit: bytes of the file. A larger one is read to its end without being kept, up to four times as much, so that the browser
    ///   has sent everything when it is told; a browser that is cut off shows an error of its own.
    static func read(_ request: Request, limit: Int) async throws -> UploadedFile {
        guard var reader = MultipartReader(contentType: request.headers[.contentType]) else { throw Problem.malformed }
        var bytes: [UInt8] = []
        var name: String?
        var isFile = false
        var isTooLarge = false
        var received = 0
        do {
            for try await buffer in request.body {
                received += buffer.readableBytes
                guard received <= limit * 4 + 65_536 else { throw Problem.tooLarge }
                for event in try reader.read(buffer.readableBytesView) {
                    switch event {
                    case .part(let field, let fileName):
                        isFile = field == "file" && fileName != nil && name == nil
                        if isFile { name = fileName }
                    case .content(let content) where isFile:
                        isTooLarge = isTooLarge || bytes.count + content.count > limit
                        if isTooLarge { bytes = [] } else { bytes += content }
                    case .content, .end: continue
                    }
                }
            }
            try reader.finish()
        } catch is MultipartReader.Problem {
            throw isTooLarge ? Problem.tooLarge : Problem.malformed
        }
        guard !isTooLarge else { throw Problem.tooLarge }
        // A form that is sent without choosing a file has one without a name.
        guard let name, !name.isEmpty || !bytes.isEmpty else { throw Problem.none }
        return UploadedFile(name: name, bytes: bytes)
    }
}
