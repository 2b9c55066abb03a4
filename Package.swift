// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "outloud",
  products: [.executable(name: "outloud", targets: ["outloud"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "Text", swiftSettings: strict),
    .target(name: "Problems", dependencies: ["Text"], swiftSettings: strict),
    .target(name: "Dates", swiftSettings: strict),
    .target(name: "Parallel", swiftSettings: strict),
    .target(name: "Files", dependencies: ["Text"], swiftSettings: strict),
    .target(
      name: "Highlighting", dependencies: ["Text"], exclude: ["Languages"], swiftSettings: strict,
      plugins: ["EmbedFilesPlugin"]),
    .target(
      name: "Markdown", dependencies: ["CMark", "Dates", "Highlighting", "Problems", "Text"],
      swiftSettings: strict,
      // The archive itself, so that the program needs no libcmark where it runs.
      linkerSettings: [.linkedLibrary(":libcmark.a")]),
    .target(
      name: "Notes",
      dependencies: [
        "Dates", "Files", "Highlighting", "Leaks", "Markdown", "Parallel", "Problems", "Redaction",
        "Text", "Themes", "Yams",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: [
        "Dates", "Fetching", "Files", "Leaks", "Markdown", "Notes", "Parallel", "Pictures",
        "Problems", "Redaction", "Search", "Templates", "Text", "Themes",
      ],
      swiftSettings: strict),
    .target(
      name: "Writing", dependencies: ["Dates", "Files", "Markdown", "Notes", "Problems", "Text"],
      swiftSettings: strict),
    .target(
      name: "Fetching", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: strict),
    .target(
      name: "Insurance",
      dependencies: ["Dates", "Files", "Markdown", "Notes", "Problems", "Text", "Writing"],
      exclude: ["Packs"], swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    .target(name: "Templates", dependencies: ["Problems", "Text"], swiftSettings: strict),
    .target(name: "Pictures", swiftSettings: strict),
    .target(name: "Leaks", dependencies: ["Text"], swiftSettings: strict),
    .target(name: "Redaction", dependencies: ["Leaks", "Text"], swiftSettings: strict),
    .target(
      name: "Serving",
      dependencies: [
        "Files", "Notes", "Preview", "Problems", "Publishing",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .target(
      name: "Preview",
      dependencies: [
        "Files", "Text",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      exclude: ["Frame/Page"],
      swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    .target(name: "Search", dependencies: ["Parallel", "Text"], swiftSettings: strict),
    .target(name: "Themes", swiftSettings: strict, plugins: ["EmbedFilesPlugin"]),
    .executableTarget(name: "EmbedFiles", swiftSettings: strict),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"],
      path: "Sources/EmbedFilesPlugin"),
    .executableTarget(
      name: "benchmark", dependencies: ["CMark", "Markdown"], swiftSettings: strict),
    .executableTarget(
      name: "outloud",
      dependencies: [
        "CMalloc", "Dates", "Files", "Insurance", "Leaks", "Markdown", "Notes", "Problems",
        "Publishing", "Serving", "Text", "Themes", "Writing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What several tests share: chance, with a seed that is printed.
    .target(name: "Trials", path: "Tests/Trials", swiftSettings: strict),
    .testTarget(name: "DatesTests", dependencies: ["Dates", "Trials"], swiftSettings: strict),
    .testTarget(
      name: "HighlightingTests", dependencies: ["Highlighting", "Text", "Trials"],
      exclude: ["Samples"],
      swiftSettings: strict),
    .testTarget(
      name: "InsuranceTests",
      dependencies: [
        "Dates", "Files", "Insurance", "Notes", "Problems", "Publishing", "Trials", "Writing",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LeaksTests", dependencies: ["Leaks", "Text", "Trials"], swiftSettings: strict),
    .testTarget(
      name: "RedactionTests", dependencies: ["Leaks", "Redaction", "Text"], swiftSettings: strict),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Text", "Trials"], swiftSettings: strict),
    .testTarget(
      name: "NotesTests",
      dependencies: ["Dates", "Files", "Notes", "Problems", "Text", "Trials"],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Dates", "Fetching", "Files", "Highlighting", "Leaks", "Loopback", "Notes", "Problems",
        "Publishing", "Redaction", "Search", "Themes", "Trials",
      ],
      exclude: ["ExampleSite"],
      swiftSettings: strict),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Files", "Loopback", "Preview", .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ServingTests",
      dependencies: ["Files", "Notes", "Preview", "Problems", "Publishing", "Serving", "Trials"],
      swiftSettings: strict),
    .target(name: "Loopback", path: "Tests/Loopback", swiftSettings: strict),
    .testTarget(
      name: "OutloudTests", dependencies: ["Loopback", "outloud", "Trials"], swiftSettings: strict),
    .testTarget(
      name: "PicturesTests", dependencies: ["Pictures", "Trials"], swiftSettings: strict),
    .testTarget(name: "SearchTests", dependencies: ["Search"], swiftSettings: strict),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: strict),
    .testTarget(name: "ProblemsTests", dependencies: ["Problems", "Text"], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Templates", "Trials"], swiftSettings: strict),
    .testTarget(
      name: "WritingTests",
      dependencies: [
        "Dates", "Files", "Markdown", "Notes", "Problems", "Text", "Trials", "Writing",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
