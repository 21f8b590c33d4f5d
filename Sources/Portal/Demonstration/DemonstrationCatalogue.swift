package import Domain
package import Foundation

/// The invented institutions and programs that show what the portal does. Nobody and nothing in them is real.
///
/// Ids are made from what they identify, so that loading twice changes nothing; dates are told in days from today, so that there is
/// always something to begin soon.
package struct DemonstrationCatalogue: Sendable {
    package let institutions: [Institution]
    package let programs: [Program]

    /// - Parameter information: what the tags' codes come from; its versions are written on the tags.
    package init(today: CalendarDate, information: LabourMarketInformation) throws {
        let institutions = try DemonstrationFiles.institutions()
        self.institutions = institutions.map(\.institution)
        programs = try DemonstrationFiles.programs().map { $0.program(today: today, information: information) }
    }

    /// The files the programs are read from.
    package static var files: [URL] { get throws { try DemonstrationFiles.programFiles() } }
}

/// The files beside the program: `institutions.json` and `programs-<theme>.json`.
enum DemonstrationFiles {
    static func institutions() throws -> [DemonstrationInstitution] {
        try JSONDecoder().decode([DemonstrationInstitution].self, from: Data(contentsOf: file("institutions.json")))
    }

    static func file(_ name: String) throws -> URL { try folder().appending(path: name) }

    static func programs() throws -> [DemonstrationProgram] {
        try programFiles().flatMap { try JSONDecoder().decode([DemonstrationProgram].self, from: Data(contentsOf: $0)) }
    }

    /// In alphabetical order, so that programs always come in the same order.
    static func programFiles() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder(), includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("programs-") && $0.pathExtension == "json" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    private static func folder() throws -> URL {
        guard let folder = Bundle.module.url(forResource: "demo", withExtension: nil, subdirectory: "Resources") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return folder
    }
}
