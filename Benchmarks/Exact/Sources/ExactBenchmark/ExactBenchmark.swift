import CasusAnalysis
import CasusEngine
import CasusSemantics

/// `ExactBenchmark [ROUNDS]`: what each phase of an exact analysis takes, apart from the start of a program and the
/// reading of its files.
///
/// `ExactBenchmark kernel PHASE FACTS TIMES` does one phase again and again, for its instructions to be counted.
///
/// `ExactBenchmark growth` tells how time and memory grow with the facts, grounding apart from what comes behind it.
///
/// `ExactBenchmark lines ROUNDS [quick]` tells what other engines are asked, each analysis as a whole: lines of case, way,
/// seconds and result, between tabs, as `Benchmarks/Workloads/peers.py` tells them.
@main struct ExactBenchmark {
  static let sizes = [(facts: 20, parties: 5), (facts: 40, parties: 11), (facts: 80, parties: 25)]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "kernel", arguments.count == 4, let facts = Int(CommandLine.arguments[3]),
      let size = sizes.first(where: { $0.facts == facts }), let times = Int(CommandLine.arguments[4]),
      let phase = Phase(rawValue: CommandLine.arguments[2])
    {
      let outcome = try Outcome(facts: size.facts, parties: size.parties)
      for _ in 0..<times { _ = try outcome.run(phase) }
      return
    }
    if arguments.first == "growth" { return try Growth.run(rounds: 5) }
    if arguments.first == "lines" {
      let rounds = arguments.count > 1 ? Int(CommandLine.arguments[2]) ?? 5 : 5
      try tellLines(rounds: rounds, sizes: arguments.last == "quick" ? Array(sizes.prefix(2)) : sizes)
      return
    }
    let rounds = arguments.first.flatMap { Int($0) } ?? 9
    print("| phase | facts | ms | allocations | result |\n|---|---|---|---|---|")
    print(Measured.row("all worlds by hand, 64 at once", 20, Measured.median(of: rounds) { Worlds.count() }))
    for size in sizes {
      let outcome = try Outcome(facts: size.facts, parties: size.parties)
      for phase in Phase.allCases {
        print(Measured.row(phase.rawValue, size.facts, try Measured.median(of: rounds) { try outcome.run(phase) }))
      }
    }
  }

  private static func tellLines(rounds: Int, sizes: [(facts: Int, parties: Int)]) throws {
    for size in sizes {
      let outcome = try Outcome(facts: size.facts, parties: size.parties)
      for asked in WholeAnalysis.allCases {
        let measured = try Measured.median(of: rounds) { try outcome.run(asked) }
        print("W5 \(asked.rawValue)-\(size.facts)\tcasus\t\(measured.seconds)\t\(measured.result)")
      }
    }
  }
}

/// A piece of an analysis.
enum Phase: String, CaseIterable {
  case grounding
  /// From the circuit to the diagram, with the grounding.
  case diagram
  case count
  case smallest
  case triggers
  case control
  case chance
}

/// What is asked of a program that is read, from grounding to the result.
enum WholeAnalysis: String, CaseIterable {
  case count
  case control
  case smallest
  case minimal
}
