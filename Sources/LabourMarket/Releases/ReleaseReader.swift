package import Domain
package import Foundation

/// Makes a release from files as their publishers put them out. Reads everything, checks everything, changes nothing.
package enum ReleaseReader {
    /// - Parameters:
    ///   - files: in any order and under any name: a file is known by its column names. A release document of the kind is accepted as well.
    ///   - version: what the publisher calls the version; `nil` keeps that of the release built in, or what the files themselves say.
    ///   - asOf: the day the figures are as of; `nil` as for `version`.
    ///   - inUse: releases that take the place of those built in when codes are checked and crosswalks looked up.
    package static func read(
        kind: ReleaseKind, files: [URL], version: String? = nil, asOf: CalendarDate? = nil, inUse: [Release] = []
    ) throws(ReleaseReadingError) -> Release {
        let background = try builtInReleases() + inUse
        let release: Release
        let isDocument = files.count == 1 ? try isDocument(files[0]) : false
        if let format = streamedFormat(of: kind), !isDocument {
            release = try read(kind: kind, format, files.map { .file($0) }, version: version, asOf: asOf, background: background)
        } else {
            var contents: [SourceText] = []
            for file in files { contents.append(SourceText(name: file.lastPathComponent, bytes: try bytes(of: file))) }
            release = try read(kind: kind, texts: contents, version: version, asOf: asOf, background: background)
        }
        // The last check is the one that counts: the portal can start with it.
        do { _ = try LabourMarketInformation(releases: background + [release]) } catch { throw .release(error) }
        return release
    }

    /// The same from texts in memory.
    /// - Parameter background: releases the new one is checked against and completed from (occupations, crosswalk, the source's names).
    static func read(
        kind: ReleaseKind, texts: [SourceText], version: String? = nil, asOf: CalendarDate? = nil, background: [Release]
    ) throws(ReleaseReadingError) -> Release {
        if texts.count == 1, texts[0].isReleaseDocument { return try document(texts[0], kind: kind) }
        if let format = streamedFormat(of: kind) {
            return try read(kind: kind, format, texts.map { .text($0) }, version: version, asOf: asOf, background: background)
        }
        guard let format = format(of: kind) else { throw .documentExpected(kind) }
        let sorted = try SourceFiles(texts, kind: kind, shapes: format.shapes, oneOf: format.oneOf)
        let content: ReleaseContent
        do { content = try format.content(of: sorted, background: ReleaseBackground(background)) } catch { throw .content(error) }
        return try release(of: kind, content, version: version, asOf: asOf, background: background)
    }

    /// Where a streamed format's records come from.
    enum StreamedSource {
        case file(URL)
        case text(SourceText)
    }

    private static func read(
        kind: ReleaseKind, _ format: any StreamedFormat.Type, _ sources: [StreamedSource], version: String?, asOf: CalendarDate?,
        background: [Release]
    ) throws(ReleaseReadingError) -> Release {
        var reader = format.init(background: ReleaseBackground(background), version: version)
        for source in sources {
            var table: TableStream
            switch source {
            case .file(let url): table = try TableStream(file: url)
            case .text(let text):
                table = try TableStream(DelimitedStream(MemoryBytes(text.bytes), name: text.name), name: text.name)
            }
            try reader.read(&table)
        }
        return try release(of: kind, try reader.content(), version: version, asOf: asOf, background: background)
    }

    /// What is known of the source already, with what the files say of themselves.
    private static func release(
        of kind: ReleaseKind, _ content: ReleaseContent, version: String?, asOf: CalendarDate?, background: [Release]
    ) throws(ReleaseReadingError) -> Release {
        guard let known = background.last(where: { $0.kind == kind })?.source ?? (try? BuiltInReleases.release(kind))?.source else {
            throw .release(ReleaseError(kind: kind, reason: .notARelease))
        }
        let source = ReferenceSource(
            key: known.key, publisher: known.publisher, title: known.title, version: version ?? content.version ?? known.version,
            asOf: asOf ?? content.asOf ?? known.asOf, licence: known.licence, url: known.url, rows: 0)
        return Release(kind: kind, source: source, tables: content.tables, leftOut: content.leftOut)
    }

    /// `nil` for the kinds the portal writes itself: they are only ever release documents.
    static func format(of kind: ReleaseKind) -> (any ReleaseFormat.Type)? {
        switch kind {
        case .noc: NOCFormat.self
        case .noc2016: FormerOccupationsFormat.self
        case .naics: NAICSFormat.self
        case .onet: ONETFormat.self
        case .oasis: OaSISFormat.self
        case .cops: COPSFormat.self
        case .esco: ESCOFormat.self
        case .geography: GeographyFormat.self
        case .interests: InterestsFormat.self
        case .skills, .industriesByOccupation, .outlooks, .wages, .vacancies, .postings: nil
        }
    }

    /// The kinds whose files are too large to be held, or are workbooks.
    private static func streamedFormat(of kind: ReleaseKind) -> (any StreamedFormat.Type)? {
        switch kind {
        case .outlooks: RegionalOutlooksFormat.self
        case .wages: WagesFormat.self
        case .vacancies: VacanciesFormat.self
        case .postings: PostingsFormat.self
        default: nil
        }
    }

    private static func isDocument(_ file: URL) throws(ReleaseReadingError) -> Bool {
        let mark = Array(SourceText.documentMark.utf8)
        var start = try FileBytes(file, from: 0, count: UInt64(mark.count))
        return try start.next() == mark
    }

    private static func document(_ text: SourceText, kind: ReleaseKind) throws(ReleaseReadingError) -> Release {
        let release: Release
        do { release = try Release(document: String(decoding: text.bytes, as: UTF8.self)) } catch { throw .release(error) }
        guard release.kind == kind else {
            throw .release(ReleaseError(kind: kind, value: release.kind.rawValue, reason: .notARelease))
        }
        return release
    }

    private static func bytes(of file: URL) throws(ReleaseReadingError) -> [UInt8] {
        do { return try Array(Data(contentsOf: file)) } catch { throw .unreadable(file: file.lastPathComponent) }
    }

    private static func builtInReleases() throws(ReleaseReadingError) -> [Release] {
        do { return try BuiltInReleases.all() } catch { throw .release(error as? ReleaseError ?? ReleaseError(reason: .notARelease)) }
    }
}

/// The bytes of a file and the name errors give it.
struct SourceText: Sendable {
    let name: String
    let bytes: [UInt8]

    static let documentMark = "tremplin-release\t"

    var isReleaseDocument: Bool { bytes.starts(with: Self.documentMark.utf8) }
}
