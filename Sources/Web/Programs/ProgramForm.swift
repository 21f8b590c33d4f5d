import Domain
import HTML
import Hummingbird
import Portal

/// A program's form as it was sent: what was typed, and which button was pressed.
struct ProgramForm {
    enum Act: Equatable {
        case save, preview
        /// Add a row to a list, take one away, put a copy behind it.
        case add(List), remove(List, Int), copy(List, Int)
    }

    enum List: String { case outcome, endorsement, offering }

    var fields: ProgramFields
    var act = Act.save
    /// The version the editor began from; `nil` for a new program.
    var base: Int?
    /// The version that choices in a conflict were made against.
    var seen: Int?
    var choices: [ProgramField: ProgramMerge.Choice] = [:]

    /// As it is first shown: blank rows where there is nothing, so that there is something to type into.
    init(_ fields: ProgramFields, version: Int?, language: Language) {
        self.fields = fields
        base = version
        seen = version
        if self.fields.outcomes.isEmpty { self.fields.outcomes = [.init()] }
        if self.fields.offerings.isEmpty { self.fields.offerings = [OfferingFields(language: language)] }
    }

    init(_ request: PageRequest) {
        let sent = SentFields(request)
        fields = ProgramFields()
        fields.reference = sent.text("reference")
        for column in ProgramFields.columns {
            fields[column] = Self.isList(column) ? sent.values(column.fieldName).joined(separator: "|") : sent.text(column.fieldName)
        }
        fields.outcomes = sent.rows("outcome") { ProgramFields.LocalizedFields(en: sent.text("\($0).en"), fr: sent.text("\($0).fr")) }
        fields.endorsements = sent.rows("endorsement") {
            ProgramFields.EndorsementFields(name: sent.text("\($0).name"), url: sent.text("\($0).url"))
        }
        let language = request.view.language
        fields.offerings = sent.rows("offering") { name in
            var offering = OfferingFields(language: language)
            offering.schedule = sent.text("\(name).schedule")
            offering.start = sent.text("\(name).start")
            offering.end = sent.text("\(name).end")
            offering.delivery = sent.text("\(name).delivery")
            offering.city = sent.text("\(name).city")
            offering.postalCode = sent.text("\(name).postal-code")
            offering.language = sent.text("\(name).language")
            offering.price = sent.text("\(name).price")
            return offering
        }
        base = Int(sent.text("base"))
        seen = Int(sent.text("seen"))
        act = Self.act(sent.text("do"))
        for field in ProgramField.allCases { choices[field] = .init(rawValue: sent.text("choice.\(field.rawValue)")) }
    }

    /// The form with the row that a button asked for, or without one. What was typed stays.
    /// - Returns: the row to go on at; `nil` when the button was another one.
    func arranged(language: Language) -> (form: ProgramForm, row: String)? {
        var form = self
        switch act {
        case .save, .preview: return nil
        case .add(.outcome):
            form.fields.outcomes.append(.init())
            return (form, "outcome.\(form.fields.outcomes.count - 1).\(language.rawValue)")
        case .add(.endorsement):
            form.fields.endorsements.append(.init())
            return (form, "endorsement.\(form.fields.endorsements.count - 1).name")
        case .add(.offering):
            form.fields.offerings.append(OfferingFields(language: language))
            return (form, "offering.\(form.fields.offerings.count - 1).schedule")
        case .remove(.outcome, let place) where form.fields.outcomes.indices.contains(place): form.fields.outcomes.remove(at: place)
        case .remove(.endorsement, let place) where form.fields.endorsements.indices.contains(place):
            form.fields.endorsements.remove(at: place)
        case .remove(.offering, let place) where form.fields.offerings.indices.contains(place): form.fields.offerings.remove(at: place)
        case .copy(.offering, let place) where form.fields.offerings.indices.contains(place):
            // The same again on other days: that is why one copies.
            var copy = form.fields.offerings[place]
            (copy.start, copy.end) = ("", "")
            form.fields.offerings.insert(copy, at: place + 1)
            return (form, "offering.\(place + 1).start")
        case .remove, .copy: break
        }
        return (form, "")
    }

    /// Everything that was typed as the fields of a form, for a page that passes it on.
    var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = [("reference", fields.reference)]
        for column in ProgramFields.columns {
            if Self.isList(column) {
                pairs += fields[column].split(separator: "|").map { (column.fieldName, String($0)) }
            } else {
                pairs.append((column.fieldName, fields[column]))
            }
        }
        for (place, outcome) in fields.outcomes.enumerated() {
            pairs += [("outcome.\(place).en", outcome.en), ("outcome.\(place).fr", outcome.fr)]
        }
        for (place, endorsement) in fields.endorsements.enumerated() {
            pairs += [("endorsement.\(place).name", endorsement.name), ("endorsement.\(place).url", endorsement.url)]
        }
        for (place, offering) in fields.offerings.enumerated() {
            pairs += [
                ("schedule", offering.schedule), ("start", offering.start), ("end", offering.end), ("delivery", offering.delivery),
                ("city", offering.city), ("postal-code", offering.postalCode), ("language", offering.language), ("price", offering.price),
            ].map { ("offering.\(place).\($0.0)", $0.1) }
        }
        return pairs
    }

    /// Columns of several values, which are check boxes here.
    private static func isList(_ column: ProgramColumn) -> Bool { column == .funding || column == .supports }

    /// `remove-offering.2`
    private static func act(_ text: String) -> Act {
        if text == "preview" { return .preview }
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2 else { return .save }
        let target = parts[1].split(separator: ".")
        guard let list = target.first.flatMap({ List(rawValue: String($0)) }) else { return .save }
        let place = target.count == 2 ? Int(target[1]) ?? -1 : -1
        switch parts[0] {
        case "add": return .add(list)
        case "remove": return .remove(list, place)
        case "copy": return .copy(list, place)
        default: return .save
        }
    }
}

/// The fields of a long form, which may hold long texts.
private struct SentFields {
    private let request: PageRequest
    private let names: Set<String>

    init(_ request: PageRequest) {
        self.request = request
        names = Set(request.fields.map { String($0.key) })
    }

    /// As it was typed, with one kind of line end. Cut at a length whose being too long will still be told.
    func text(_ name: String) -> String {
        String((request.fields[Substring(name)].map(String.init) ?? "").replacing("\r\n", with: "\n").prefix(25_000))
    }

    func values(_ name: String) -> [String] { request.fieldValues(Substring(name)) }

    /// Rows are numbered from 0 in the order they stand on the page; 600 at most, past any list's limit.
    func rows<Row>(_ name: String, _ row: (String) -> Row) -> [Row] {
        let numbers = Set(
            names.compactMap { field -> Int? in
                let parts = field.split(separator: ".")
                return parts.count == 3 && parts[0] == name ? Int(parts[1]) : nil
            })
        return numbers.filter { $0 >= 0 }.sorted().prefix(600).map { row("\(name).\($0)") }
    }
}
