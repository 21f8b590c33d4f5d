/// Takes the settings' flags out of a command line, so that every command accepts them in any place and the argument parser still
/// reports whatever is misspelt.
package struct SettingFlags: Sendable {
    /// What was given, by key; the last one of several counts.
    package private(set) var values: [String: String] = [:]
    /// `--config FILE`
    package private(set) var file: String?
    /// The command line without them.
    package private(set) var remaining: [String] = []

    package init(_ arguments: [String], settings: [Setting] = Setting.all) throws(SettingError) {
        var byFlag: [String: Setting] = [:]
        for setting in settings {
            byFlag[setting.flag] = setting
            if let short = setting.shortFlag { byFlag[short] = setting }
        }
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            // What follows is text, even when it looks like a flag.
            if argument == "--" {
                remaining.append(argument)
                remaining += rest
                return
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            let setting = byFlag[name]
            guard setting != nil || name == Self.fileFlag else {
                remaining.append(argument)
                continue
            }
            let value: String
            if parts.count == 2 {
                value = String(parts[1])
            } else if setting?.kind == .flag {
                value = Self.flagValue(&rest)
            } else if let next = rest.popFirst() {
                value = next
            } else {
                throw SettingError("\(name) needs a value after it.")
            }
            if let setting { values[setting.key] = value } else { file = value }
        }
    }

    package static let fileFlag = "--config"

    /// `--http-trusted-proxy` alone means true.
    private static func flagValue(_ rest: inout ArraySlice<String>) -> String {
        guard let next = rest.first, next == "true" || next == "false" else { return "true" }
        rest.removeFirst()
        return next
    }
}
