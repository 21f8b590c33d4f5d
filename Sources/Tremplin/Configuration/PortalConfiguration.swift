import Configuration
import Foundation

/// Every setting's value, read once. Flags come before the environment, the environment before the file, the file before the
/// standard values (docs/configuration.md).
package struct PortalConfiguration: Sendable {
    /// By key; each one checked against its kind.
    private let values: [String: Value]

    private struct Value: Sendable {
        let text: String
        let origin: Origin
    }

    package enum Origin: String, Sendable { case flag, environment, file, standard }

    /// - Parameters:
    ///   - flags: taken from the command line.
    ///   - environment: all of it; only names that start with `TREMPLIN_` count.
    /// - Throws: `SettingError`, when the file cannot be read or a value cannot be used.
    package init(flags: SettingFlags, environment: [String: String], settings: [Setting] = Setting.all) async throws {
        let file = flags.file ?? environment[Self.fileVariable]
        let given = Self.provider(named: "flags", flags.values, settings: settings)
        let surroundings = EnvironmentVariablesProvider(environmentVariables: Self.spelledOut(environment, settings)).prefixKeys(
            with: "tremplin")
        let standard = Self.provider(
            named: "standard", Dictionary(uniqueKeysWithValues: settings.map { ($0.key, $0.standard) }), settings: settings)
        var layers: [(Origin, any ConfigProvider)] = [(.flag, given), (.environment, surroundings)]
        if let file { layers.append((.file, try await Self.document(file, settings: settings))) }
        layers.append((.standard, standard))
        let reader = ConfigReader(providers: layers.map(\.1))
        var values: [String: Value] = [:]
        for setting in settings {
            let text = try Self.text(of: setting, in: reader)
            let key = AbsoluteConfigKey(ConfigKey(setting.key))
            let origin = layers.first { (try? $0.1.value(forKey: key, type: setting.kind.type).value) ?? nil != nil }?.0
            values[setting.key] = Value(text: text, origin: origin ?? .standard)
        }
        self.values = values
    }

    package static let fileVariable = "TREMPLIN_CONFIG"

    package func text(_ setting: Setting) -> String { values[setting.key]?.text ?? setting.standard }
    package func integer(_ setting: Setting) -> Int { Int(text(setting)) ?? 0 }
    package func flag(_ setting: Setting) -> Bool { text(setting) == "true" }
    package func origin(_ setting: Setting) -> Origin { values[setting.key]?.origin ?? .standard }

    /// The value as it may be shown to anybody.
    package func printable(_ setting: Setting) -> String {
        switch setting.privacy {
        case .open: text(setting)
        case .passwordInAddress: Self.withoutPassword(text(setting))
        case .secret: text(setting).isEmpty ? "" : Self.redacted
        }
    }

    package static let redacted = "<redacted>"

    /// `postgres://portal:<redacted>@db/portal?password=<redacted>`
    package static func withoutPassword(_ address: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var result = withoutPasswordBeforeHost(String(parts[0]))
        guard parts.count == 2 else { return result }
        let values = parts[1].split(separator: "&", omittingEmptySubsequences: false).map { value in
            let name = value.prefix { $0 != "=" }
            return ["password", "sslpassword"].contains(name) ? "\(name)=\(redacted)" : String(value)
        }
        result += "?" + values.joined(separator: "&")
        return result
    }

    private static func withoutPasswordBeforeHost(_ address: String) -> String {
        guard let scheme = address.range(of: "://"),
            let at = address[scheme.upperBound...].prefix(while: { $0 != "/" }).lastIndex(of: "@"),
            let colon = address[scheme.upperBound..<at].firstIndex(of: ":")
        else { return address }
        return address[...colon] + redacted + address[at...]
    }
}

extension PortalConfiguration {
    /// Read through the layers as its kind, then checked against what the kind allows.
    private static func text(of setting: Setting, in reader: ConfigReader) throws(SettingError) -> String {
        let key = ConfigKey(setting.key)
        let isSecret = setting.privacy != .open
        do {
            switch setting.kind {
            case .text:
                let value = try reader.requiredString(forKey: key, isSecret: isSecret)
                guard !value.allSatisfy(\.isWhitespace) || setting.privacy == .secret else { throw SettingError.value(setting) }
                return value
            case .integer(let range):
                let value = try reader.requiredInt(forKey: key, isSecret: isSecret)
                guard range.contains(value) else { throw SettingError.value(setting) }
                return String(value)
            case .flag: return try reader.requiredBool(forKey: key, isSecret: isSecret) ? "true" : "false"
            case .choice(let allowed):
                let value = try reader.requiredString(forKey: key, isSecret: isSecret)
                guard allowed.contains(value) else { throw SettingError.value(setting) }
                return value
            }
        } catch {
            throw SettingError.value(setting)
        }
    }

    /// Short names of variables as the long ones, which go before them.
    private static func spelledOut(_ environment: [String: String], _ settings: [Setting]) -> [String: String] {
        var environment = environment
        for setting in settings {
            guard let short = setting.shortVariable, let value = environment[short], environment[setting.variable] == nil else { continue }
            environment[setting.variable] = value
        }
        return environment
    }

    /// A layer of texts given as their kinds. A text its kind cannot be made of stays text, and is refused when it is read.
    private static func provider(named name: String, _ texts: [String: String], settings: [Setting]) -> InMemoryProvider {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for setting in settings {
            guard let text = texts[setting.key] else { continue }
            let content: ConfigContent =
                switch setting.kind {
                case .text, .choice: .string(text)
                case .integer: Int(text).map(ConfigContent.int) ?? .string(text)
                case .flag: Bool(text).map(ConfigContent.bool) ?? .string(text)
                }
            values[AbsoluteConfigKey(ConfigKey(setting.key))] = ConfigValue(content, isSecret: setting.privacy != .open)
        }
        return InMemoryProvider(name: name, values: values)
    }

    private static func document(_ path: String, settings: [Setting]) async throws(SettingError) -> FileProvider<JSONSnapshot> {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SettingError("The configuration file \(path) cannot be read.")
        }
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw SettingError("The configuration file \(path) is not a JSON object.")
        }
        let known = Set(settings.map(\.key))
        // A misspelt key would otherwise be a setting nobody notices to be missing.
        if let stranger = keys(of: object).sorted().first(where: { !known.contains($0) }) {
            throw SettingError("The configuration file \(path) has a key that means nothing: \(stranger).")
        }
        let place = InMemoryProvider(name: "file", values: ["filePath": ConfigValue(.string(path), isSecret: false)])
        do { return try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place)) } catch {
            throw SettingError("The configuration file \(path) has a value that is neither a text, a number, true nor false.")
        }
    }

    private static func keys(of object: [String: Any], under prefix: String = "") -> [String] {
        object.flatMap { name, value in
            (value as? [String: Any]).map { keys(of: $0, under: prefix + name + ".") } ?? [prefix + name]
        }
    }
}

extension Setting.Kind {
    fileprivate var type: ConfigType {
        switch self {
        case .text, .choice: .string
        case .integer: .int
        case .flag: .bool
        }
    }
}

extension PortalConfiguration {
    /// Variables that start as the portal's do and mean nothing: most likely misspelt.
    package static func unknownVariables(in environment: [String: String]) -> [String] {
        let known = Set(Setting.all.map(\.variable) + Setting.all.compactMap(\.shortVariable) + [fileVariable])
        return environment.keys.filter { $0.hasPrefix("TREMPLIN_") && !known.contains($0) && !others.contains($0) }.sorted()
    }

    /// Read by the project's tests and scripts, not by the portal.
    private static let others: Set<String> = ["TREMPLIN_SHARED", "TREMPLIN_CHROMIUM", "TREMPLIN_BROWSER_BUILD", "TREMPLIN_TEST_POSTGRES"]
}
