// swift-tools-version: 6.2

import PackageDescription

/// One set of compiler settings for every target: explicit existentials, imports that name what they use, no warnings.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// What counts, compares and reads text is optimised in debug builds too: unoptimised, one program takes seconds to read,
/// and tests and the browser suite wait for it.
let busy = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Targets stand bottom-up: a target may depend only on targets above it in this list.
let package = Package(
    name: "tremplin",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tremplin", targets: ["Tremplin"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", exact: "1.4.0",
            traits: [.defaults, "CommandLineArguments"]),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(name: "Domain", swiftSettings: settings),
        .target(name: "TextAnalysis", dependencies: ["CStemmer"], swiftSettings: busy),
        .target(
            name: "LabourMarket",
            dependencies: ["Domain", "TextAnalysis", "CZlib"],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(name: "Matching", dependencies: ["Domain", "TextAnalysis"], swiftSettings: busy),
        .target(name: "Training", dependencies: ["Matching", "LabourMarket", "Domain"], swiftSettings: settings),
        .target(name: "Storage", dependencies: ["Domain", "CSodium"], swiftSettings: settings),
        .target(
            name: "StorageSQLite",
            dependencies: [
                "Storage",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "StoragePostgres", dependencies: ["Storage", "CPostgres"], swiftSettings: settings),
        .target(
            name: "Mail",
            dependencies: ["Domain", "CCurl", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        .target(name: "Probing", dependencies: ["CCurl"], swiftSettings: settings),
        .target(
            name: "Portal",
            dependencies: [
                "Domain", "TextAnalysis", "LabourMarket", "Matching", "Storage", "Mail", "CSodium",
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(name: "HTML", swiftSettings: settings),
        .target(name: "Markdown", dependencies: ["CCmark", "HTML"], swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                "Portal", "HTML", "Markdown", "Domain", "Matching", "CZlib",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .executableTarget(
            name: "Tremplin",
            dependencies: [
                "Web", "StorageSQLite", "StoragePostgres", "Portal", "Mail", "Probing", "Training", "LabourMarket", "Matching", "Storage",
                "Domain",
                "TextAnalysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: settings),
        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .testTarget(name: "LabourMarketTests", dependencies: ["LabourMarket", "Domain"], swiftSettings: settings),
        .testTarget(
            name: "MatchingTests",
            dependencies: ["Matching", "LabourMarket", "TextAnalysis", "Domain"],
            swiftSettings: settings),
        .testTarget(
            name: "TrainingTests", dependencies: ["Training", "Matching", "LabourMarket", "Domain"], swiftSettings: settings),
        .target(name: "StorageContract", dependencies: ["Storage", "Domain"], path: "Tests/StorageContract", swiftSettings: settings),
        .testTarget(
            name: "StorageSQLiteTests",
            dependencies: ["StorageSQLite", "StorageContract", "Storage", "Domain"],
            swiftSettings: settings),
        .testTarget(
            name: "StoragePostgresTests",
            dependencies: ["StoragePostgres", "StorageSQLite", "StorageContract", "Storage", "Domain"],
            swiftSettings: settings),
        .testTarget(
            name: "MailTests",
            dependencies: ["Mail", "Domain", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        .testTarget(name: "ProbingTests", dependencies: ["Probing"], swiftSettings: settings),
        .testTarget(
            name: "PortalTests",
            dependencies: [
                "Portal", "StorageSQLite", "StorageContract", "Storage", "Mail", "Matching", "LabourMarket", "Domain",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: settings),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "HTML"], swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Portal", "HTML", "Matching", "LabourMarket", "StorageSQLite", "Storage", "Domain", "CZlib",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TremplinTests",
            dependencies: [
                "Tremplin", "Portal", "StorageSQLite", "Storage", "Matching", "LabourMarket", "Domain",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(name: "ProjectTests", dependencies: [], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
