import Foundation

/// The files of this project, as they stand in the working copy. Paths are relative to its root.
enum Tree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Folders that hold what is built or made, not what is written.
    private static let skipped: Set<String> = [".build", ".git", ".venv", "var", "output", "__pycache__", "node_modules"]

    /// Every file below a folder whose name has one of the endings; all of them without endings. Sorted.
    static func files(in folder: String = "", endingIn endings: [String] = []) -> [String] {
        let start = folder.isEmpty ? root : root.appending(path: folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: start.path) else { return [] }
        var found: [String] = []
        for name in names where !skipped.contains(name) && !name.hasPrefix(".build") {
            let path = folder.isEmpty ? name : folder + "/" + name
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
            guard exists else { continue }
            if isFolder.boolValue {
                found += files(in: path, endingIn: endings)
            } else if endings.isEmpty || endings.contains(where: { path.hasSuffix($0) }) {
                found.append(path)
            }
        }
        return found.sorted()
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }

    /// The text of a file; empty when it is no UTF-8, as pictures are.
    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }
}
