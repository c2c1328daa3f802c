import Casus

/// `DecidingBenchmark [quick | explaining | types | FOLDER]`: FOLDER has columns in binary files; without it they are made up.
/// `explaining` measures only what explanations cost, `types` only one decision over a host's own type.
///
/// `DecidingBenchmark modes [FOLDER]` compares the answers of all modes, row by row.
///
/// `DecidingBenchmark kernel NAME TIMES` does one piece of work, for its instructions to be counted.
/// `DecidingBenchmark lines WORKLOAD FOLDER ROUNDS [quick]`: W1, W2, W3 or W4, told as lines for the table of all workloads;
/// FOLDER has what `Benchmarks/Workloads/inputs.py` writes.
@main struct DecidingBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "lines" { return try await tellLines(Array(arguments.dropFirst())) }
    let argument = arguments.first
    if argument == "modes" { return try await Modes.run(columns(arguments.dropFirst().first)) }
    if argument == "kernel", CommandLine.arguments.count == 4, let times = Int(CommandLine.arguments[3]) {
      return try Kernels.run(CommandLine.arguments[2], times: times)
    }
    let isQuick = argument == "quick"
    if argument != "types" { try Explaining.run(rounds: isQuick ? 3 : 9) }
    if argument == "explaining" { return }
    try HostTypes.run(rounds: isQuick ? 3 : 9, rows: isQuick ? 4_096 : 65_536)
    if argument == "types" { return }
    try OneDecision.run(rounds: isQuick ? 3 : 9, rows: isQuick ? 4_096 : 65_536)
    try await ManyCases.run(
      rounds: isQuick ? 3 : 5,
      isQuick ? Columns(rows: 1_000_000, unknownPercent: 10, seed: 21) : columns(argument))
  }

  /// Those of a folder; without one they are made up.
  private static func columns(_ folder: String?) -> Columns {
    folder.flatMap { Columns(folder: $0) } ?? Columns(rows: 10_000_000, unknownPercent: 10, seed: 21)
  }

  private static func tellLines(_ arguments: [String]) async throws {
    guard arguments.count >= 3, let rounds = Int(arguments[2]) else {
      fatalError("lines WORKLOAD FOLDER ROUNDS [quick]")
    }
    Contest.tellsLines = true
    let isQuick = arguments.contains("quick")
    switch arguments[0] {
    case "W1": try OneDecision.run(rounds: rounds, rows: isQuick ? 4_096 : 65_536)
    case "W2":
      let columns = Columns(rows: isQuick ? 1_000_000 : 10_000_000, unknownPercent: 10, seed: 21)
      try await ManyCases.run(rounds: rounds, columns)
    case "W3": try Relations.run(arguments[1], rounds: rounds)
    default: try Timelines.run(arguments[1], rounds: rounds)
    }
  }
}
