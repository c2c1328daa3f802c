// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]
let casus: Target.Dependency = .product(name: "Casus", package: "casus")

let package = Package(
  name: "casus-embedding",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "screen-incidents", targets: ["ScreenIncidents"]),
    .library(name: "InterviewModel", targets: ["InterviewModel"]),
  ],
  dependencies: [
    // Without the default traits: the library needs no readline.
    .package(name: "casus", path: "../..", traits: [])
  ],
  targets: [
    .executableTarget(name: "ScreenIncidents", dependencies: [casus], swiftSettings: strict),
    .target(name: "InterviewModel", dependencies: [casus], swiftSettings: strict),
    .testTarget(name: "ScreenIncidentsTests", dependencies: ["ScreenIncidents"], swiftSettings: strict),
    .testTarget(name: "InterviewModelTests", dependencies: ["InterviewModel", casus], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
