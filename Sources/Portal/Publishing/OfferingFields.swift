package import Domain

/// One way to take a program, as the texts of a row of the form.
package struct OfferingFields: Hashable, Sendable {
    /// `open` or `dates`.
    package var schedule = "dates"
    package var start = ""
    package var end = ""
    package var delivery = Offering.Delivery.online.rawValue
    package var city = ""
    package var postalCode = ""
    package var language: String
    package var price = ""

    package init(language: Language) { self.language = language.rawValue }

    package init(_ offering: Offering) {
        language = offering.language.rawValue
        delivery = offering.delivery.rawValue
        if case .dates(let first, let last) = offering.schedule {
            start = first.description
            end = last?.description ?? ""
        } else {
            schedule = "open"
        }
        city = offering.place?.city ?? ""
        postalCode = offering.place?.postalCode ?? ""
        price = offering.price.map { $0 == .free ? "0" : PriceText.text($0).replacing(/\.00$/, with: "") } ?? ""
    }

    /// A row nobody has touched: it is passed over.
    package var isBlank: Bool { schedule != "open" && [start, end, city, postalCode, price].allSatisfy(\.isBlank) }

    /// - Parameter name: the beginning of its fields' names.
    /// - Returns: `nil` when something is wrong; what, is added to the problems.
    func offering(_ name: String, _ problems: inout [FieldProblem]) -> Offering? {
        let before = problems.count
        let dates = self.dates(name, &problems)
        let kind = Offering.Delivery(rawValue: delivery)
        if kind == nil { problems.append(FieldProblem("\(name).delivery", .notOneOf)) }
        let taught = Language(rawValue: language)
        if taught == nil { problems.append(FieldProblem("\(name).language", .notOneOf)) }
        let place = self.place(name, &problems)
        let money = self.money(name, &problems)
        guard problems.count == before, let dates, let kind, let taught else { return nil }
        return Offering(schedule: dates, delivery: kind, place: place, language: taught, price: money)
    }

    private func dates(_ name: String, _ problems: inout [FieldProblem]) -> Offering.Schedule? {
        if schedule == "open" { return .openAllYear }
        guard let first = CalendarDate(start.trimmed) else {
            problems.append(FieldProblem("\(name).start", start.isBlank ? .missing : .notADate))
            return nil
        }
        if end.isBlank { return .dates(start: first, end: nil) }
        guard let last = CalendarDate(end.trimmed) else {
            problems.append(FieldProblem("\(name).end", .notADate))
            return nil
        }
        guard last >= first else {
            problems.append(FieldProblem("\(name).end", .endsBeforeStart))
            return nil
        }
        return .dates(start: first, end: last)
    }

    private func place(_ name: String, _ problems: inout [FieldProblem]) -> Place? {
        let (town, code) = (city.trimmed, postalCode.trimmed)
        if town.isEmpty {
            if !code.isEmpty { problems.append(FieldProblem("\(name).city", .missing)) }
            return nil
        }
        guard town.isPlain(atMost: ProgramLimits.city, "\(name).city", &problems) else { return nil }
        guard PostalArea.code(in: town) == nil else {
            problems.append(FieldProblem("\(name).city", .notAPlace))
            return nil
        }
        guard !code.isEmpty else { return Place(city: town) }
        guard PostalArea.code(in: code) != nil else {
            problems.append(FieldProblem("\(name).postal-code", .notAPostalCode))
            return nil
        }
        let letters = code.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
        return Place(city: town, postalCode: letters.count == 6 ? "\(letters.prefix(3)) \(letters.suffix(3))" : letters)
    }

    /// `450`, `450.50`, `450,50 $`: what people type for dollars. Nothing typed is a price nobody has said.
    private func money(_ name: String, _ problems: inout [FieldProblem]) -> Money? {
        let text = price.filter { !$0.isWhitespace && $0 != "$" }.replacing(",", with: ".")
        if text.isEmpty { return nil }
        guard let money = PriceText.money(text) else {
            problems.append(FieldProblem("\(name).price", .notAPrice))
            return nil
        }
        return money
    }
}
