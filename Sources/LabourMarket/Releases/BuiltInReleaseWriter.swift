package import Foundation

/// Makes the documents of `BuiltInReleases` from a folder of publishers' files (docs/data-sources.md says where each comes from).
/// The portal's own releases (skills, industries by occupation) are written by hand, in their documents, and left alone.
package enum BuiltInReleaseWriter {
    /// The files of each kind, relative to the folder. O*NET's crosswalks go with O*NET.
    static let files: [ReleaseKind: [String]] = [
        .noc: ["classes", "job-titles-en", "job-titles-fr", "all-examples", "main-duties"].map { "noc-2021/\($0).csv" },
        .noc2016: ["noc-2021/noc2016-noc2021.csv"],
        .naics: ["naics-2022/structure-en.csv", "naics-2022/structure-fr.csv"],
        .onet: [
            "onet-29.3/Technology Skills.txt", "onet-29.3/Tools Used.txt", "crosswalks/noc2021-onet26.csv",
            "crosswalks/onet-noc2021-weighted.csv",
        ],
        .oasis: ["oasis-2025/skills_oasis_2025_v1.1.csv"],
        .cops: ["cops-2024-2033/cops_summary.csv"],
        .esco: ["digitalSkillsCollection_en", "greenSkillsCollection_en", "transversalSkillsCollection_en", "skills_fr"].map {
            "esco/\($0).csv"
        },
        .interests: ["onet-29.3/Interests (27.0).txt"],
        .geography: ["geography/ontario_economic_regions.csv", "geography/ontario_fsa_centroids.csv"],
    ]

    /// The releases of all publishers, made from their files.
    package static func releases(from folder: URL) throws -> [Release] {
        var releases: [Release] = []
        for kind in ReleaseKind.allCases {
            guard let files = files[kind] else { continue }
            // What the release in use says about its source is kept; occupations are those just read.
            let builtIn = try BuiltInReleases.release(kind)
            let texts = try files.map { path in
                let file = folder.appending(path: path)
                return SourceText(name: file.lastPathComponent, bytes: try Array(Data(contentsOf: file)))
            }
            releases.append(try ReleaseReader.read(kind: kind, texts: texts, background: releases + [builtIn]))
        }
        return releases
    }

    /// Writes `noc.tsv`, `naics.tsv`, … into `destination`, and returns what was written.
    package static func write(from folder: URL, to destination: URL) throws -> [Release] {
        let releases = try releases(from: folder)
        for release in releases {
            try Data(release.document.utf8).write(to: destination.appending(path: "\(release.kind.rawValue).tsv"), options: .atomic)
        }
        return releases
    }
}
