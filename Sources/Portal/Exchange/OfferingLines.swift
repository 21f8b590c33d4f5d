import Domain

/// Offerings as lines of five parts with semicolons between: schedule; delivery; place; language; price.
///
/// `2027-01-12..2027-03-02; in-person; Sudbury P3E 2C6; en; 450.00` or `open; online; ; fr; free`.
enum OfferingLines {
    private static let special = [UInt8(ascii: ";")]
    private static let separator = UInt8(ascii: ";")

    static func cell(_ offerings: [Offering]) -> String { offerings.map(line).joined(separator: "\n") }

    private static func line(_ offering: Offering) -> String {
        let place = offering.place.map { place in
            [LineList.escaped(place.city, special: special), place.postalCode].compactMap { $0 }.joined(separator: " ")
        }
        return [
            schedule(offering.schedule), offering.delivery.rawValue, place ?? "", offering.language.rawValue,
            offering.price.map(PriceText.text) ?? "",
        ].joined(separator: "; ").trimmed
    }

    private static func schedule(_ schedule: Offering.Schedule) -> String {
        switch schedule {
        case .openAllYear: "open"
        case .dates(let start, nil): start.description
        case .dates(let start, let end?): "\(start)..\(end)"
        }
    }

    /// One offering, or what is wrong with the line.
    static func offering(_ line: String) throws(ImportError.Reason) -> Offering {
        let parts = LineList.parts(line, separator: separator)
        guard parts.count == 4 || parts.count == 5 else { throw .offeringParts(parts.count) }
        guard let delivery = Offering.Delivery(rawValue: parts[1]) else {
            throw .notOneOf(parts[1], Offering.Delivery.allCases.map(\.rawValue))
        }
        guard let language = Language(rawValue: parts[3]) else {
            throw .notOneOf(parts[3], Language.allCases.map(\.rawValue))
        }
        let schedule = try schedule(parts[0])
        let place = parts[2].isEmpty ? nil : PlaceText.place(LineList.unescaped(parts[2], special: special))
        let price = parts.count == 5 ? parts[4] : ""
        guard price.isEmpty || PriceText.money(price) != nil else { throw .notAPrice(price) }
        return Offering(
            schedule: schedule, delivery: delivery, place: place, language: language,
            price: price.isEmpty ? nil : PriceText.money(price))
    }

    private static func schedule(_ text: String) throws(ImportError.Reason) -> Offering.Schedule {
        if text == "open" { return .openAllYear }
        let days = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard days.count <= 2, let start = CalendarDate(days[0].trimmed) else { throw .notASchedule(text) }
        guard days.count == 2 else { return .dates(start: start, end: nil) }
        guard let end = CalendarDate(days[1].trimmed) else { throw .notASchedule(text) }
        guard end >= start else { throw .endsBeforeStart(text) }
        return .dates(start: start, end: end)
    }
}

/// A town and its postal code: `Sudbury P3E 2C6`, `Sudbury P3E`, `Sudbury`.
enum PlaceText {
    static func place(_ text: String) -> Place {
        let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        for count in [2, 1] where words.count > count {
            let code = words.suffix(count).joined().uppercased()
            guard code.utf8.count == 6 || (code.utf8.count == 3 && count == 1), PostalArea.code(in: code) != nil else { continue }
            let cut = words.suffix(count).reduce(0) { $0 + $1.utf8.count }
            // The town as it is written, inner spaces and all.
            var rest = text.utf8[...]
            for _ in 0..<cut {
                while rest.last == UInt8(ascii: " ") { rest.removeLast() }
                rest.removeLast()
            }
            return Place(
                city: String(decoding: rest, as: UTF8.self).trimmed,
                postalCode: code.utf8.count == 6 ? "\(code.prefix(3)) \(code.suffix(3))" : code)
        }
        return Place(city: text)
    }
}

/// A price in dollars: `450`, `450.00`, `free`.
enum PriceText {
    static func text(_ money: Money) -> String {
        guard money != .free else { return "free" }
        let cents = money.cents % 100
        return "\(money.cents / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// At most a hundred thousand dollars: nobody asks more for a short program, and a slip of a key does.
    static func money(_ text: String) -> Money? {
        if text == "free" { return .free }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let dollars = whole(parts[0]), dollars <= 100_000 else { return nil }
        guard parts.count == 2 else { return Money(dollars: dollars) }
        guard (1...2).contains(parts[1].utf8.count), let digits = whole(parts[1]) else { return nil }
        return Money(cents: dollars * 100 + (parts[1].utf8.count == 1 ? digits * 10 : digits))
    }

    private static func whole(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
