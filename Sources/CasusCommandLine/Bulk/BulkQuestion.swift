import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// A question over a table: its columns are facts, its rows are cases.
struct BulkQuestion {
  let prepared: PreparedQuestion
  let layout: SlotLayout

  /// - Parameter columns: as one would state the facts; those that are none are told on standard error, all at once.
  init(_ asked: ScenarioQuestion, columns: [String], table: String) throws(CommandFailure) {
    var slots: [Slot] = []
    var faults: [String] = []
    for column in columns {
      do throws(BulkColumnFault) {
        let slot = try Self.slot(column, asked)
        if slots.contains(slot) { throw BulkColumnFault(message: "another column is the same fact") }
        slots.append(slot)
      } catch {
        faults.append("\(table.safe):1: column `\(column.safe)`: \(error.message)\n")
      }
    }
    guard faults.isEmpty else {
      asked.reader.console.message(faults.joined())
      throw CommandFailure(status: .wrongInput, message: "")
    }
    do throws(EngineError) {
      prepared = try PreparedQuestion(
        asked.question, of: slots, given: asked.runner.facts, asOf: asked.moment, limits: asked.runner.limits)
    } catch {
      throw CommandFailure(status: asked.report(error), message: "")
    }
    layout = SlotLayout(prepared, names: columns)
  }

  private static func slot(_ column: String, _ asked: ScenarioQuestion) throws(BulkColumnFault) -> Slot {
    let told: ToldCase
    do throws(TellingFault) {
      told = try findCase(column, in: asked.program, sources: asked.session.loaded.sources)
    } catch {
      throw BulkColumnFault(
        message: ([error.diagnostic.message] + error.diagnostic.notes).joined(separator: "; "))
    }
    let arguments = told.arguments.compactMap { $0 }
    switch asked.program[told.declaration].kind {
    case .fact(let details), .event(let details):
      if arguments.count == told.arguments.count {
        return Slot(declaration: told.declaration, arguments: arguments, type: details.type)
      }
      throw BulkColumnFault(message: "this is more than one case")
    default: throw BulkColumnFault(message: "this is no fact and no event")
    }
  }
}

/// Why a column is no slot.
struct BulkColumnFault: Error {
  var message: String
}
