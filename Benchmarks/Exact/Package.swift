// swift-tools-version: 6.2
import PackageDescription

/// The settings that the core needs to be understood as it is meant.
let core: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The core once more, by links to its sources: the phases of an exact analysis are known inside its package alone.
let package = Package(
  name: "ExactBenchmark",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CLanes"),
    .target(name: "CasusDiagnostics", swiftSettings: core),
    .target(name: "CasusSyntax", dependencies: ["CasusDiagnostics"], swiftSettings: core),
    .target(name: "CasusFormatting", dependencies: ["CasusDiagnostics", "CasusSyntax"], swiftSettings: core),
    .target(name: "CasusSemantics", dependencies: ["CasusDiagnostics", "CasusSyntax"], swiftSettings: core),
    .target(
      name: "CasusEngine", dependencies: ["CLanes", "CasusDiagnostics", "CasusSyntax", "CasusSemantics"],
      swiftSettings: core),
    .target(
      name: "CasusAnalysis",
      dependencies: ["CasusDiagnostics", "CasusSyntax", "CasusFormatting", "CasusSemantics", "CasusEngine"],
      swiftSettings: core),
    .target(name: "AllocationCount"),
    .executableTarget(
      name: "ExactBenchmark",
      dependencies: ["AllocationCount", "CasusDiagnostics", "CasusSemantics", "CasusEngine", "CasusAnalysis"],
      swiftSettings: core),
  ],
  swiftLanguageModes: [.v6]
)
