import CasusAnalysis
import CasusSemantics

extension SettlingSets {
  /// The sets with their statements.
  var told: [[CheckedStatement]] { sets.map { set in set.map { statements[$0] } } }
}
