/// The program of which outcome is asked: conditions, exceptions, and parties in a ring, more than half of which must
/// pass a gate. The same as `Benchmarks/Workloads/inputs.py` writes.
enum OutcomeProgram {
  static func text(facts: Int, parties: Int) -> String {
    let conditions = facts - 3 * parties
    let names = (0..<parties).map { "P\($0)" }
    var lines = [
      "type Party", "type Organ", "entity \(names.joined(separator: ", ")): Party", "entity Council, Court: Organ",
    ]
    for number in 0..<conditions {
      lines.append("fact c\(number) decided by \(number == conditions - 1 ? "Court" : "Council")")
    }
    lines.append(
      """
      fact approves(_ party: Party) decided by party
      fact decrees(_ party: Party) decided by party
      fact confirms(_ party: Party) decided by party
      fact follows(_ party: Party, _ other: Party) presumed false
      rule gate(_ party: Party) when approves(party)
      rule gate(_ party: Party)
        when decrees(party)
          and (confirms(party) or some next in Party where follows(next, party) satisfies confirms(next))
      """)
    for (number, name) in names.enumerated() {
      lines.append("assert follows(\(names[(number + 1) % parties]), \(name))")
    }
    let needed = (0..<conditions - 2).map { "c\($0)" }.joined(separator: " and ")
    lines.append(
      "rule due when \(needed) and count(party in Party where gate(party)) >= \((parties + 1) / 2)"
        + " unless c\(conditions - 2) unless c\(conditions - 1)")
    return lines.joined(separator: "\n") + "\n"
  }
}
