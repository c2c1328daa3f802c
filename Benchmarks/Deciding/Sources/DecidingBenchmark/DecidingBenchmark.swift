import Casus

/// `DecidingBenchmark [quick | explaining | types | FOLDER]`: FOLDER has columns in binary files; without it they are made up.
/// `explaining` measures only what explanations cost, `types` only one decision over a host's own type.
/// `DecidingBenchmark kernel NAME TIMES` does one piece of work, for its instructions to be counted.
@main struct DecidingBenchmark {
  static func main() async throws {
    let argument = CommandLine.arguments.dropFirst().first
    if argument == "kernel", CommandLine.arguments.count == 4, let times = Int(CommandLine.arguments[3]) {
      return try Kernels.run(CommandLine.arguments[2], times: times)
    }
    let isQuick = argument == "quick"
    if argument != "types" { try Explaining.run(rounds: isQuick ? 3 : 9) }
    if argument == "explaining" { return }
    try HostTypes.run(rounds: isQuick ? 3 : 9, rows: isQuick ? 4_096 : 65_536)
    if argument == "types" { return }
    try OneDecision.run(rounds: isQuick ? 3 : 9, rows: isQuick ? 4_096 : 65_536)
    let columns =
      argument.flatMap { isQuick ? nil : Columns(folder: $0) }
      ?? Columns(rows: isQuick ? 1_000_000 : 10_000_000, unknownPercent: 10, seed: 21)
    try await ManyCases.run(rounds: isQuick ? 3 : 5, columns)
  }
}
