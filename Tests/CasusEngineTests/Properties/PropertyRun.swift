import CasusSemantics
import Testing

/// Runs a property over the seeds, on as many processors as there are.
enum PropertyRun {
  /// Seeds that one task takes at a time.
  private static let batch: UInt64 = 25

  static func overSeeds(
    _ property: @escaping @Sendable (UInt64, inout PropertyTotals) -> Void
  ) async -> PropertyTotals {
    let seeds = PropertySettings.seeds
    return await withTaskGroup(of: PropertyTotals.self) { group in
      for first in stride(from: seeds.lowerBound, to: seeds.upperBound, by: Int(batch)) {
        group.addTask {
          var totals = PropertyTotals()
          for seed in first..<min(first + batch, seeds.upperBound) { property(seed, &totals) }
          return totals
        }
      }
      return await group.reduce(into: PropertyTotals()) { $0.add($1) }
    }
  }

  /// A random program that compiles; one that does not is an issue.
  static func program(seed: UInt64) -> (text: String, program: Program)? {
    let text = ProgramGenerator.program(seed: seed).text
    return compiled(text, seed: seed).map { (text, $0) }
  }

  /// Checks a property of a program over the seeds: `failure` says where it does not hold. What fails is made small.
  static func check(_ failure: @escaping @Sendable (Program, inout RandomSource) -> String?) async {
    @Sendable func sentence(_ program: Program, seed: UInt64) -> String? {
      var random = RandomSource(seed: seed)
      return failure(program, &random)
    }
    _ = await overSeeds { seed, _ in
      guard let (text, program) = program(seed: seed), sentence(program, seed: seed) != nil else { return }
      var minimiser = Minimiser { text in
        CompiledText(text).program.map { sentence($0, seed: seed) != nil } ?? false
      }
      let small = minimiser.minimise(text)
      let shown = CompiledText(small).program.flatMap { sentence($0, seed: seed) } ?? ""
      Issue.record("seed \(seed): \(shown)\n\(small)")
    }
  }

  static func compiled(_ text: String, seed: UInt64) -> Program? {
    switch CompiledText(text) {
    case .program(let program): return program
    case .errors(let errors):
      Issue.record("seed \(seed) does not compile: \(errors.joined(separator: "; "))\n\(text)")
      return nil
    }
  }
}

/// What was asked, over all programs.
struct PropertyTotals: Sendable {
  var programs = 0
  var asked = 0
  var skipped = 0
  var completions = 0
  var kinds: [String: Int] = [:]
  var engineTime = Duration.zero
  private let start = ContinuousClock.now

  mutating func add(_ comparison: ProgramComparison) {
    programs += 1
    asked += comparison.asked
    skipped += comparison.skipped
    completions += comparison.completions
    engineTime += comparison.engineTime
    kinds.merge(comparison.kinds) { $0 + $1 }
  }

  mutating func add(_ other: PropertyTotals) {
    programs += other.programs
    asked += other.asked
    skipped += other.skipped
    completions += other.completions
    engineTime += other.engineTime
    kinds.merge(other.kinds) { $0 + $1 }
  }

  func tell() {
    guard PropertySettings.isTalkative else { return }
    print("\(programs) programs, \(asked) questions, \(skipped) skipped, \(completions) completions")
    print("in \(ContinuousClock.now - start), of which the engine took \(engineTime)")
    for (kind, count) in kinds.sorted(by: { $0.value > $1.value }) { print("  \(count) \(kind)") }
  }
}
