// swift-tools-version: 6.2

import PackageDescription

/// The portal's own targets without its server, by links to their folders, and the program that measures them (docs/decisions/0031).
/// In one package `package` reaches everywhere, and nobody who builds the portal builds this.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "tremplin-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .target(name: "Domain", swiftSettings: settings),
        .target(name: "TextAnalysis", dependencies: ["CStemmer"], swiftSettings: settings),
        .target(
            name: "LabourMarket", dependencies: ["Domain", "TextAnalysis", "CZlib"], resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(name: "Matching", dependencies: ["Domain", "TextAnalysis"], swiftSettings: settings),
        .target(name: "Storage", dependencies: ["Domain"], swiftSettings: settings),
        .target(
            name: "Portal",
            dependencies: [
                "Domain", "TextAnalysis", "LabourMarket", "Matching", "Storage", "CSodium",
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Domain", "TextAnalysis", "LabourMarket", "Matching", "Portal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
