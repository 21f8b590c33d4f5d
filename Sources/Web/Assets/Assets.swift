package import Foundation

/// The style sheet, scripts and images, read and compressed once at start; served under a name that changes with their content.
package struct Assets: Sendable {
    package struct Asset: Sendable {
        package let bytes: [UInt8]
        /// `nil` for what is compressed already.
        package let gzip: [UInt8]?
        package let contentType: String
        package let path: String
    }

    private let byName: [String: Asset]
    private let byPath: [String: Asset]

    package init(bundle: Bundle) throws {
        var byName: [String: Asset] = [:]
        for folder in ["css", "js", "images"] {
            let url = bundle.bundleURL.appending(path: "Resources/\(folder)")
            for file in try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil) {
                guard let type = Self.contentTypes[file.pathExtension] else { continue }
                let bytes = Array(try Data(contentsOf: file))
                let name = file.lastPathComponent
                byName[name] = Asset(
                    bytes: bytes,
                    gzip: file.pathExtension == "png" ? nil : Gzip.compress(bytes, level: 9),
                    contentType: type,
                    path: "/assets/\(Self.fingerprint(bytes))/\(name)")
            }
        }
        self.byName = byName
        byPath = Dictionary(uniqueKeysWithValues: byName.values.map { ($0.path, $0) })
    }

    /// The address of a file that exists in `Resources`; a missing one is a mistake in the code.
    package func path(_ name: String) -> String {
        guard let asset = byName[name] else { preconditionFailure("no asset named \(name)") }
        return asset.path
    }

    package func named(_ name: String) -> Asset? { byName[name] }
    package func at(path: String) -> Asset? { byPath[path] }

    private static let contentTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    ]

    /// FNV-1a, 64 bits: enough to tell one version of a file from the next.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
