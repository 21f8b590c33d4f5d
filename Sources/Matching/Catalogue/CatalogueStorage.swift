/// How many bytes of memory a catalogue takes, by what they are for.
package struct CatalogueStorage: Hashable, Sendable {
    /// The programs themselves, packed.
    package var programs = 0
    package var text = 0
    package var facets = 0
    package var offerings = 0
    package var ids = 0
    /// Columns for ranking, and the words all segments share.
    package var other = 0

    package var total: Int { programs + text + facets + offerings + ids + other }
}

extension Catalogue {
    package var storage: CatalogueStorage {
        var storage = CatalogueStorage()
        for segment in segments {
            let contents = segment.contents
            storage.programs += contents.arena.bytes.count + contents.arena.ends.count * 4
            storage.text += contents.text.byteCount
            storage.facets += contents.closed.byteCount + contents.values.byteCount
            storage.offerings += contents.offerings.byteCount + segment.day.byteCount
            storage.ids += contents.ids.byteCount
            storage.other += segment.count * 17 + segment.live.words.count * 8
        }
        storage.other += vocabulary.byteCount
        return storage
    }

    /// In how many parts the programs stand: the fewer, the less a search costs.
    package var segmentCount: Int { segments.count }
}
