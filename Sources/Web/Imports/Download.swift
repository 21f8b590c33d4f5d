import HTTPTypes
import Hummingbird
import Portal

extension Response {
    /// A file to be kept.
    /// - Parameter name: without its ending. Whatever is no letter, digit, dash or dot becomes a dash: it stands in a header.
    static func download(_ bytes: [UInt8], named name: String, _ format: ProgramTableFormat) -> Response {
        let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") ? $0 : "-" }.prefix(80))
        let type =
            switch format {
            case .csv: "text/csv; charset=utf-8"
            case .json: "application/json; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        var response = Response.bytes(bytes, type: type, cache: "no-store")
        response.headers[.contentDisposition] = "attachment; filename=\"\(plain).\(format.rawValue)\""
        return response
    }
}
