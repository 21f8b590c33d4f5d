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
        func add(_ name: String, _ type: String, _ bytes: [UInt8]) {
            byName[name] = Asset(
                bytes: bytes, gzip: type == "image/png" ? nil : Gzip.compress(bytes, level: 9), contentType: type,
                path: "/assets/\(Self.fingerprint(bytes))/\(name)")
        }
        for folder in ["js", "images"] {
            for file in try Self.files(in: folder, of: bundle) {
                guard let type = Self.contentTypes[file.pathExtension] else { continue }
                add(file.lastPathComponent, type, Array(try Data(contentsOf: file)))
            }
        }
        add("tremplin.css", "text/css; charset=utf-8", try Self.styleSheet(bundle))
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

    private static func files(in folder: String, of bundle: Bundle) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: bundle.bundleURL.appending(path: "Resources/\(folder)"), includingPropertiesForKeys: nil
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// One sheet for the reader, one file a part of the portal for us: `base.css` first, then the others by name.
    private static func styleSheet(_ bundle: Bundle) throws -> [UInt8] {
        let files = try files(in: "css", of: bundle).filter { $0.pathExtension == "css" }
        let base = files.filter { $0.lastPathComponent == "base.css" }
        let parts = files.filter { $0.lastPathComponent != "base.css" }
        return try (base + parts).flatMap { Array(try Data(contentsOf: $0)) + [UInt8(ascii: "\n")] }
    }

    private static let contentTypes = [
        "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    ]

    /// FNV-1a, 64 bits: enough to tell one version of a file from the next.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
