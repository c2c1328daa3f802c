// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]
let casus: Target.Dependency = .product(name: "Casus", package: "casus")

let package = Package(
  name: "casus-embedding",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "screen-incidents", targets: ["ScreenIncidents"]),
    .executable(name: "answer-server", targets: ["AnswerServer"]),
    .executable(name: "throughput", targets: ["Throughput"]),
    .library(name: "InterviewModel", targets: ["InterviewModel"]),
  ],
  // What is needed for the server alone is neither fetched nor built without it: `swift build --traits Server`.
  traits: [.trait(name: "Server", description: "The endpoint over HTTP, with Hummingbird.")],
  dependencies: [
    // Without the default traits: the library needs no readline.
    .package(name: "casus", path: "../..", traits: []),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    .executableTarget(name: "ScreenIncidents", dependencies: [casus], swiftSettings: strict),
    .executableTarget(
      name: "AnswerServer",
      dependencies: [
        casus, .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Server"])),
      ],
      swiftSettings: strict),
    .executableTarget(name: "Throughput", dependencies: [casus], swiftSettings: strict),
    .target(name: "InterviewModel", dependencies: [casus], swiftSettings: strict),
    .testTarget(name: "ScreenIncidentsTests", dependencies: ["ScreenIncidents"], swiftSettings: strict),
    .testTarget(name: "AnswerServerTests", dependencies: ["AnswerServer", casus], swiftSettings: strict),
    .testTarget(name: "InterviewModelTests", dependencies: ["InterviewModel", casus], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
