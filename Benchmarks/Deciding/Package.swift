// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who uses the library never resolves it.
let package = Package(
  name: "DecidingBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "casus", path: "../..", traits: [])],
  targets: [
    .target(name: "AllocationCount"),
    .executableTarget(
      name: "DecidingBenchmark", dependencies: ["AllocationCount", .product(name: "Casus", package: "casus")]),
  ],
  swiftLanguageModes: [.v6]
)
