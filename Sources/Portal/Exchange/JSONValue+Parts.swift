import Domain

/// The smaller values a program in JSON is made of. Each is `nil` when the value has another form.
extension JSONValue {
    var textValue: String? { if case .text(let text) = self { text } else { nil } }

    /// The members of an object that has none but these.
    func objectValue(_ keys: Set<String>) -> [String: JSONValue]? {
        guard case .object(let members) = self, keys.isSuperset(of: members.keys) else { return nil }
        return members
    }

    var localizedValue: LocalizedText? {
        if self == .null { return LocalizedText() }
        guard let members = objectValue(["en", "fr"]) else { return nil }
        for value in members.values where value != .null && value.textValue == nil { return nil }
        return LocalizedText(en: members["en"]?.textValue, fr: members["fr"]?.textValue)
    }

    /// The line that says the same in the CSV form.
    var offeringLine: String? {
        guard let members = objectValue(["start", "end", "delivery", "place", "language", "price"]),
            let delivery = members["delivery"]?.textValue, let language = members["language"]?.textValue
        else { return nil }
        let start = members["start"] ?? .null
        let end = members["end"] ?? .null
        guard start == .null || start.textValue != nil, end == .null || (end.textValue != nil && start != .null) else { return nil }
        let schedule = [start.textValue, end.textValue].compactMap { $0 }.joined(separator: "..")
        guard let place = (members["place"] ?? .null).placeText else { return nil }
        let price: String
        switch members["price"] ?? .null {
        case .null: price = ""
        case .number(let digits): price = Double(digits) == 0 ? "free" : digits
        default: return nil
        }
        return [schedule.isEmpty ? "open" : schedule, delivery, place, language, price].joined(separator: "; ")
    }

    private var placeText: String? {
        if self == .null { return "" }
        guard let members = objectValue(["city", "postalCode"]), let city = members["city"]?.textValue?.trimmed, !city.isEmpty else {
            return nil
        }
        let code = members["postalCode"] ?? .null
        guard code == .null || code.textValue != nil else { return nil }
        return [LineList.escaped(city, special: [UInt8(ascii: ";")]), code.textValue?.trimmed ?? ""].joined(separator: " ").trimmed
    }
}

extension Tag {
    /// - Throws: what is wrong, as a clause.
    init(_ value: JSONValue) throws(ImportError.Reason) {
        let keys = Self.keys
        guard let members = value.objectValue(keys), let kindText = members["kind"]?.textValue, let code = members["code"]?.textValue,
            let stateText = members["state"]?.textValue
        else {
            throw .badTag(
                "a tag is an object with \"kind\", \"code\", \"state\" and no keys but \(keys.sorted().map { "\"\($0)\"" }.joined(separator: ", "))"
            )
        }
        guard let kind = TagTarget.Kind(rawValue: kindText) else { throw .notOneOf(kindText, TagTarget.Kind.allCases.map(\.rawValue)) }
        guard let state = State(rawValue: stateText) else { throw .notOneOf(stateText, State.allCases.map(\.rawValue)) }
        guard !code.isEmpty, let target = TagTarget(kind: kind, code: code) else { throw .badTag("\"\(code)\" is not a code of its kind") }
        var confidence: Double?
        if let value = members["confidence"] {
            guard case .number(let digits) = value, let number = Double(digits), (0...1).contains(number) else {
                throw .badTag("\"confidence\" must be a number from 0 to 1")
            }
            confidence = number
        }
        var decidedAt: Timestamp?
        if let value = members["decidedAt"] {
            guard case .number(let digits) = value, let milliseconds = Int64(digits) else {
                throw .badTag("\"decidedAt\" must be a whole number of milliseconds since 1970")
            }
            decidedAt = Timestamp(milliseconds: milliseconds)
        }
        for key in ["evidence", "decidedBy", "taxonomyVersion"] where members[key] != nil && members[key]?.textValue == nil {
            throw .badTag("\"\(key)\" must be a text")
        }
        self.init(
            target, state: state, evidence: members["evidence"]?.textValue, confidence: confidence,
            decidedBy: members["decidedBy"]?.textValue, decidedAt: decidedAt, taxonomyVersion: members["taxonomyVersion"]?.textValue)
    }

    private static let keys: Set<String> = [
        "kind", "code", "state", "evidence", "confidence", "decidedBy", "decidedAt", "taxonomyVersion",
    ]

    var json: JSONValue {
        .members([
            "kind": .text(target.kind.rawValue), "code": .text(target.code), "state": .text(state.rawValue),
            "evidence": .optional(evidence), "confidence": confidence.map { JSONValue.number($0) } ?? .null,
            "decidedBy": .optional(decidedBy), "decidedAt": decidedAt.map { .number(String($0.milliseconds)) } ?? .null,
            "taxonomyVersion": .optional(taxonomyVersion),
        ])
    }
}

extension ProgramColumn {
    static let sequence: [ProgramColumn] = [.sequenceReference, .sequenceTitleEn, .sequenceTitleFr, .sequencePosition]
}
