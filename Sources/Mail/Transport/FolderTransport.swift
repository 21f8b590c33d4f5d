import Domain
import Foundation

/// Writes each mail to a file, `<id>.eml`: for trying the portal out, and for tests. Mail programs open such files.
package struct FolderTransport: MailTransport {
    private let folder: URL

    /// - Parameter path: made when it is missing. Only the portal's user may read it: mails hold links that sign people in.
    package init(path: String) { folder = URL(filePath: path) }

    package func send(_ message: MailMessage) async throws(MailError) {
        let files = FileManager.default
        let name = message.id.rawValue
        // Under another name first, so that a program that watches the folder never reads half a mail.
        let temporary = folder.appending(path: "." + name + ".part").path
        do {
            try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .configuration("the folder \(folder.path) cannot be made")
        }
        guard files.createFile(atPath: temporary, contents: Data(message.bytes), attributes: [.posixPermissions: 0o600]),
            rename(temporary, folder.appending(path: name + ".eml").path) == 0
        else { throw .configuration("no file can be written in the folder \(folder.path)") }
    }

    package func rest() async {}
}
