import AllocationCount
import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Ways to do the same work, run by turns, so that what disturbs one disturbs all.
struct Contest {
  struct Entry {
    var name: String
    /// How often the work is done in one run.
    var units: Double
    var seconds: [Double] = []
    var wall: [Double] = []
    var allocations: Double = 0
    var result: String
  }
  let title: String
  /// The workload and the case for the table of all workloads; nil where it is not part of it.
  let line: String?
  /// Whether results are told as lines for that table: workload and case, way, seconds, result, between tabs.
  nonisolated(unsafe) static var tellsLines = false
  /// How often the work is done in one run of an entry that says nothing else.
  let units: Double
  private var entries: [Entry] = []
  private var bodies: [() throws -> String] = []

  init(_ title: String, case line: String? = nil, units: Double) {
    self.title = title
    self.line = line
    self.units = units
  }

  mutating func add(_ name: String, units: Double? = nil, _ body: @escaping () throws -> String) {
    entries.append(Entry(name: name, units: units ?? self.units, result: ""))
    bodies.append(body)
  }

  /// Runs all rounds and prints a row for each way; the first is the one that the others are measured by.
  mutating func run(rounds: Int) throws {
    for round in 0..<rounds + 1 {
      for index in entries.indices {
        let (allocations, start, wall) = (allocation_count(), processorTime(), ContinuousClock.now)
        let result = try bodies[index]()
        // The first round warms up.
        if round == 0 { entries[index].result = result } else if result != entries[index].result { fail(index, result) }
        if round > 0 {
          let units = entries[index].units
          entries[index].seconds.append((processorTime() - start) / units)
          let elapsed = (ContinuousClock.now - wall).components
          entries[index].wall.append((Double(elapsed.attoseconds) * 1e-18 + Double(elapsed.seconds)) / units)
          entries[index].allocations = Double(allocation_count() - allocations) / units
        }
      }
    }
    report()
  }

  private func fail(_ index: Int, _ result: String) {
    fatalError("\(entries[index].name): \(result), before \(entries[index].result)")
  }

  private func report() {
    if Self.tellsLines {
      guard let line else { return }
      for entry in entries { print("\(line)\t\(entry.name)\t\(median(entry.seconds))\t\(entry.result)") }
      return
    }
    print("\n\(title)")
    print("| way | ns | ratio | wall ratio | allocations | result |\n|---|---|---|---|---|---|")
    for entry in entries {
      let ratios = zip(entry.seconds, entries[0].seconds).map { $0 / $1 }
      let walls = zip(entry.wall, entries[0].wall).map { $0 / $1 }
      let columns = [
        number(median(entry.seconds) * 1e9), number(median(ratios)), number(median(walls)),
        number(entry.allocations),
      ]
      print("| \(entry.name) | \(columns.joined(separator: " | ")) | \(entry.result) |")
    }
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
  private func number(_ value: Double) -> String { String(format: value < 0.1 ? "%.4f" : "%.2f", value) }

  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

func readFile(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { Array($0) } }
