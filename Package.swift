// swift-tools-version: 6.3
import PackageDescription

/// The settings of every Swift target: CONVENTIONS, section Code.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A layer of the flow (ARCHITECTURE.md): its target, and what it may import.
func layer(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "QuiviveTestKit"] + dependencies,
    exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "quivive",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "quivive", targets: ["quivive"]),
    // `quivive serve` runs this program, which lies beside it: the command line builds without it.
    .executable(name: "quivive-serve", targets: ["quivive-serve"]),
    // For Benchmarks, which is a package of its own.
    .library(
      name: "QuiviveEngine",
      targets: [
        "TradeModel", "FileFormats", "KnowledgeBase", "Listings", "NameAnalysis", "NameIndex",
        "Parties", "Watchlist", "Matching", "Ownership", "ResidentMemory", "Rescreening",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The service alone builds with these (product quivive-serve).
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
  ],
  targets: [
    // Debian's C libraries.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CMalloc", providers: [.apt(["libc6-dev"])]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

    // Layer 0
    layer("TradeModel"),
    layer("FileFormats", ["TradeModel", "CZlib", "CLibXML2", "CLibZip", "COpenSSL"]),
    layer("KnowledgeBase", ["FileFormats", "TradeModel"]),

    // Layer 1
    layer(
      "Listings", ["TradeModel", "FileFormats"],
      exclude: [
        "Australia/FORMAT.md", "BIS/FORMAT.md", "CSL/FORMAT.md", "Canada/FORMAT.md", "EU/FORMAT.md",
        "FollowTheMoney/FORMAT.md", "France/FORMAT.md", "Japan/FORMAT.md", "OFAC/FORMAT.md",
        "OFSI/FORMAT.md",
        "Starter/FORMAT.md", "Switzerland/FORMAT.md", "UKSL/FORMAT.md", "UN/FORMAT.md",
      ]),
    layer("NameAnalysis", ["TradeModel"]),
    layer("TransactionIntake", ["TradeModel", "FileFormats"]),
    layer("GoodsControls", ["TradeModel", "KnowledgeBase", "CStemmer"]),
    layer("Ownership", ["TradeModel", "FileFormats", "KnowledgeBase"]),
    layer(
      "RedFlags",
      ["TradeModel", "FileFormats", "KnowledgeBase", .product(name: "Yams", package: "Yams")]),

    // Layer 2
    layer("NameIndex", ["TradeModel", "NameAnalysis"]),
    layer("Parties", ["TradeModel", "Listings"]),
    layer("Licensing", ["TradeModel", "KnowledgeBase", "GoodsControls"]),

    // Layer 3
    layer(
      "Watchlist",
      ["TradeModel", "Listings", "Parties", "NameAnalysis", "NameIndex", "CXXHash", "FileFormats"]),
    layer(
      "Matching",
      ["TradeModel", "FileFormats", "NameAnalysis", "NameIndex", "Parties", "Watchlist"]),

    // Layer 4
    layer(
      "Screening",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "GoodsControls", "Licensing", "Ownership",
        "RedFlags", "NameIndex",
        "Watchlist", "Matching",
      ]),

    // Layer 5
    layer(
      "Decisions",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "TransactionIntake", "RedFlags", "Parties",
        "Matching", "Licensing", "Screening",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),

    layer(
      "Rescreening",
      [
        "TradeModel", "FileFormats", "Listings", "NameAnalysis", "NameIndex", "Parties",
        "Watchlist", "Matching",
      ]),

    // Layer 6
    layer(
      "ListArchive",
      ["TradeModel", "FileFormats", "KnowledgeBase", "Listings", "Parties", "Decisions"]),
    layer("ListUpdates", ["FileFormats", "CCurl"]),
    layer("AlertDelivery", ["FileFormats", "CCurl"]),
    layer(
      "SQLiteStore",
      [
        "TradeModel", "FileFormats", "Listings", "Parties", "Watchlist", "Decisions", "Rescreening",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    layer("ResidentMemory", ["CMalloc"]),

    // Layer 7
    layer(
      "Workplace",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "Listings", "NameAnalysis", "NameIndex",
        "Ownership", "RedFlags", "Parties", "Watchlist", "Matching", "TransactionIntake",
        "Screening", "Decisions", "Rescreening", "ListArchive", "SQLiteStore", "GoodsControls",
        "Licensing",
      ]),

    // Layer 8
    layer(
      "WebService",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "Listings", "NameAnalysis", "NameIndex",
        "Ownership", "RedFlags", "Parties", "Watchlist", "Matching", "TransactionIntake",
        "Screening", "Decisions", "Rescreening", "ListArchive", "SQLiteStore", "GoodsControls",
        "Licensing", "Workplace",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    // Layer 9
    .executableTarget(
      name: "quivive-serve",
      dependencies: [
        "WebService", "Workplace", "KnowledgeBase", "SQLiteStore", "TradeModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Layer 9
    .executableTarget(
      name: "quivive",
      dependencies: [
        "TradeModel", "FileFormats", "KnowledgeBase", "Listings", "NameAnalysis", "GoodsControls",
        "Licensing", "Ownership", "RedFlags", "NameIndex", "Parties", "Watchlist", "Matching",
        "TransactionIntake", "Screening", "Decisions", "Rescreening", "ListArchive",
        "AlertDelivery", "ListUpdates", "SQLiteStore", "ResidentMemory", "Workplace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests
    .target(
      name: "QuiviveTestKit",
      dependencies: [
        "FileFormats", "TradeModel", "Listings", "NameAnalysis", "NameIndex", "Screening",
        "Decisions",
      ],
      path: "Tests/QuiviveTestKit",
      swiftSettings: settings),
    tests(
      "WebService",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "Decisions", "ListArchive", "SQLiteStore",
        "Workplace", "Matching",
      ]),
    tests("TradeModel"),
    tests("FileFormats"),
    tests("KnowledgeBase", ["FileFormats", "TradeModel"]),
    tests("Listings", ["FileFormats", "TradeModel"]),
    tests("NameAnalysis", ["TradeModel"]),
    tests("TransactionIntake", ["TradeModel", "FileFormats"]),
    tests("GoodsControls", ["TradeModel", "KnowledgeBase"]),
    tests("Licensing", ["TradeModel", "FileFormats", "KnowledgeBase", "GoodsControls"]),
    tests("Ownership", ["TradeModel", "FileFormats", "KnowledgeBase"]),
    tests("RedFlags", ["TradeModel", "FileFormats", "KnowledgeBase"]),
    tests("NameIndex", ["TradeModel", "NameAnalysis"]),
    tests("Parties", ["TradeModel", "Listings"]),
    tests(
      "Watchlist",
      ["TradeModel", "Listings", "Parties", "NameAnalysis", "NameIndex", "FileFormats"]),
    tests(
      "Matching",
      [
        "TradeModel", "Listings", "Parties", "NameAnalysis", "NameIndex", "Watchlist",
        "FileFormats",
      ]),
    tests(
      "Screening",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "GoodsControls", "Licensing", "Ownership",
        "RedFlags", "Listings", "Parties", "NameAnalysis", "NameIndex", "Watchlist", "Matching",
        "TransactionIntake",
      ]),
    tests(
      "Decisions",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "Parties", "Matching", "Licensing",
        "Screening",
      ],
      exclude: ["Dossiers"]),
    tests(
      "Rescreening",
      [
        "TradeModel", "Listings", "Parties", "NameAnalysis", "NameIndex", "Watchlist", "Matching",
        "FileFormats", "KnowledgeBase", "ListArchive",
      ]),
    tests(
      "ListArchive",
      [
        "TradeModel", "FileFormats", "KnowledgeBase", "Listings", "Parties", "NameAnalysis",
        "Watchlist", "Decisions",
      ]),
    // Writes into a store until it is killed: the tests of durability run it.
    .executableTarget(
      name: "StoreWriter",
      dependencies: ["TradeModel", "FileFormats", "Decisions", "SQLiteStore"],
      path: "Tests/StoreWriter",
      swiftSettings: settings),
    tests(
      "SQLiteStore",
      [
        "StoreWriter", "TradeModel", "FileFormats", "Parties", "Decisions", "Rescreening",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("ListUpdates", ["TradeModel", "FileFormats", "Listings"]),
    tests("ResidentMemory"),
    tests("AlertDelivery", ["FileFormats"]),
    tests("quivive", ["FileFormats"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "TradeModel", "FileFormats", "KnowledgeBase", "GoodsControls", "Listings", "Parties",
        "NameAnalysis", "NameIndex", "Watchlist", "Matching", "QuiviveTestKit",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
