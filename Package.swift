// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the strictest the language offers, so that what compiles has little left to hide.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "casus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Casus", targets: ["Casus"]),
    .executable(name: "casus", targets: ["CasusTool"]),
  ],
  traits: [
    .trait(name: "Readline", description: "Edit lines with GNU readline (GPL-3) in the interactive session."),
    .default(enabledTraits: ["Readline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Loops in C over rows of tables, for an instruction that Swift cannot name.
    .target(name: "CLanes"),

    // The core: pure, Embedded-clean, each importing only what stands above it.
    .target(name: "CasusDiagnostics", swiftSettings: strict),
    .target(name: "CasusSyntax", dependencies: ["CasusDiagnostics"], swiftSettings: strict),
    .target(name: "CasusFormatting", dependencies: ["CasusDiagnostics", "CasusSyntax"], swiftSettings: strict),
    .target(name: "CasusSemantics", dependencies: ["CasusDiagnostics", "CasusSyntax"], swiftSettings: strict),
    .target(
      name: "CasusEngine", dependencies: ["CLanes", "CasusDiagnostics", "CasusSyntax", "CasusSemantics"],
      swiftSettings: strict),
    .target(
      name: "CasusAnalysis",
      dependencies: ["CasusDiagnostics", "CasusSyntax", "CasusFormatting", "CasusSemantics", "CasusEngine"],
      swiftSettings: strict),

    // The library that other programs import.
    .target(
      name: "Casus",
      dependencies: ["CasusDiagnostics", "CasusSyntax", "CasusSemantics", "CasusEngine", "CasusAnalysis"],
      swiftSettings: strict),

    // The command line, and the line editor that it alone links.
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
    .target(
      name: "CLineEditor",
      dependencies: [.target(name: "CReadline", condition: .when(traits: ["Readline"]))],
      cSettings: [.define("CASUS_READLINE", .when(traits: ["Readline"]))],
      linkerSettings: [.linkedLibrary("readline", .when(traits: ["Readline"]))]),
    .target(
      name: "CasusREPL", dependencies: ["CasusSyntax", "CasusDiagnostics", "CLineEditor"], swiftSettings: strict),
    .target(
      name: "CasusCommandLine",
      dependencies: [
        "Casus", "CasusREPL", "CasusFormatting", "CasusDiagnostics", "CasusSyntax", "CasusSemantics", "CasusEngine",
        "CasusAnalysis", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "CasusTool", dependencies: ["CasusCommandLine"], swiftSettings: strict),

    .testTarget(name: "CasusTests", dependencies: ["Casus"], swiftSettings: strict),
    .testTarget(name: "CasusDiagnosticsTests", dependencies: ["CasusDiagnostics"], swiftSettings: strict),
    .testTarget(
      name: "CasusSyntaxTests", dependencies: ["CasusSyntax", "CasusDiagnostics"], swiftSettings: strict),
    .testTarget(
      name: "CasusFormattingTests", dependencies: ["CasusFormatting", "CasusSyntax", "CasusDiagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "CasusSemanticsTests", dependencies: ["CasusSemantics", "CasusSyntax", "CasusDiagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "CasusEngineTests",
      dependencies: ["CLanes", "CasusAnalysis", "CasusEngine", "CasusSemantics", "CasusSyntax", "CasusDiagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "CasusAnalysisTests",
      dependencies: [
        "CasusAnalysis", "CasusEngine", "CasusSemantics", "CasusSyntax", "CasusFormatting", "CasusDiagnostics",
      ],
      swiftSettings: strict),
    // The executable is named so that it is built: the tests run it.
    .testTarget(
      name: "CasusCommandLineTests",
      dependencies: [
        "CasusCommandLine", "CasusTool", "CasusAnalysis", "CasusEngine", "CasusSemantics", "CasusSyntax",
        "CasusDiagnostics",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CasusREPLTests", dependencies: ["CasusREPL", "CasusSyntax", "CasusDiagnostics"], swiftSettings: strict),
    .testTarget(
      name: "HouseRuleTests", dependencies: ["CasusEngine", "CasusSemantics", "CasusSyntax", "CasusDiagnostics"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
