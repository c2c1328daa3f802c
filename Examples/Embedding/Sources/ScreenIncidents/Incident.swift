import Casus

/// A row of the table: what was reported of an incident. What nobody knows is nil.
struct Incident: Equatable {
  static let columns = [
    "incident", "date", "victim", "attacker", "armed attack", "state of war", "help asked", "sending approved",
  ]

  var name: String
  var date: Moment
  var victim: Party
  var attacker: String
  var isArmedAttack: Bool?
  var isWar: Bool?
  var isHelpAsked: Bool?
  var isSendingApproved: Bool?

  /// The two sides of the treaty, and who approves the sending of forces by each.
  enum Party: String {
    case russia = "Russia"
    case korea = "DPRK"

    var ally: Party { self == .russia ? .korea : .russia }
    var approvingOrgans: [String] {
      self == .russia ? ["FederationCouncil", "RussianPresident"] : ["StateAffairs"]
    }
  }
}

/// What is wrong with a row, and in which line it stands.
struct BadRow: Error, Equatable {
  var line: Int
  var message: String
}

extension Incident {
  /// Reads a table whose cells hold no quotation marks or commas. Bad rows are left out, each with what is wrong.
  static func read(_ text: String) -> (incidents: [Incident], badRows: [BadRow]) {
    var incidents: [Incident] = []
    var badRows: [BadRow] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if index == 0 {
        guard cells == columns else { return ([], [BadRow(line: 1, message: "the columns are \(columns)")]) }
        continue
      }
      do throws(BadRow) {
        incidents.append(try Incident(cells, line: index + 1))
      } catch { badRows.append(error) }
    }
    return (incidents, badRows)
  }

  private init(_ cells: [String], line: Int) throws(BadRow) {
    func fail(_ message: String) -> BadRow { BadRow(line: line, message: message) }
    func truth(_ column: Int) throws(BadRow) -> Bool? {
      switch cells[column] {
      case "yes": return true
      case "no": return false
      case "": return nil
      default: throw fail("\(Self.columns[column]): yes, no, or nothing, and not \(cells[column])")
      }
    }
    guard cells.count == Self.columns.count else { throw fail("\(Self.columns.count) cells are wanted") }
    guard let victim = Party(rawValue: cells[2]) else { throw fail("victim: Russia or DPRK, and not \(cells[2])") }
    do throws(CasusError) {
      date = try Moment(cells[1])
    } catch { throw fail("date: \(error.message)") }
    name = cells[0]
    self.victim = victim
    attacker = cells[3]
    isArmedAttack = try truth(4)
    isWar = try truth(5)
    isHelpAsked = try truth(6)
    isSendingApproved = try truth(7)
  }
}
