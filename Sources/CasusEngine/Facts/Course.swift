package import CasusSemantics

/// What statements say of a case over all time, in one view: stretches one behind the other, each with what is said.
package struct Course: Equatable, Sendable {
  /// Where each stretch but the first begins, in order; the first has no beginning.
  package private(set) var starts: [Moment] = []
  /// What is said in each stretch, one more than there are starts; nil where no statement speaks.
  package private(set) var readings: [Reading?]

  init(_ first: Reading?) { readings = [first] }

  /// Goes on from a moment later than all before; neighbours that say the same are one stretch.
  mutating func append(_ reading: Reading?, from start: Moment) {
    if readings[readings.count - 1] == reading { return }
    starts.append(start)
    readings.append(reading)
  }

  /// The number of the stretch in which a moment lies.
  package func stretch(at moment: Moment) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = low + (high - low) / 2
      if starts[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  package subscript(moment: Moment) -> Reading? { readings[stretch(at: moment)] }
}

/// Whose course of which case.
struct CourseKey: Hashable, Sendable {
  var key: CaseKey
  var view: EntityID?
}

/// Statements that count alike and begin together: those that last longest come first, so that those that speak at a
/// moment are always the first few.
private struct LevelGroup {
  /// In order of their end, the last one first; of two that end together the one written later.
  struct Member: Comparable {
    var position: Int32
    /// Nil where it has no end.
    var until: Moment?

    static func < (left: Member, right: Member) -> Bool {
      if left.until == right.until { return left.position > right.position }
      guard let end = right.until else { return false }
      return left.until.map { end < $0 } ?? true
    }
  }

  var members: [Member]
  /// What the first members say together, by how many.
  var joined: [Reading] = []

  func speaks(at moment: Moment) -> Bool { members[0].until.map { moment < $0 } ?? true }

  /// How many members speak at a moment.
  func count(at moment: Moment) -> Int {
    var low = 1
    var high = members.count
    while low < high {
      let middle = low + (high - low + 1) / 2
      if members[middle - 1].until.map({ moment < $0 }) ?? true { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension FactBase {
  /// Reads what is told of cases over all time, for questions that follow.
  mutating func rememberCourses(of keys: [CaseKey], views: [EntityID?]) {
    for key in keys {
      for view in views { courses[CourseKey(key: key, view: view)] = course(key, view: view) }
    }
  }

  /// The course of what is told of a case, in a view (nil: without a view).
  ///
  /// In each class of rank what began last comes first while it lasts, so that a stack per class, of which what has
  /// ended is taken off when it comes to light, tells what counts at each moment. All is done in one pass over time.
  package func course(_ key: CaseKey, view: EntityID?) -> Course {
    if let known = courses[CourseKey(key: key, view: view)] { return known }
    let (groups, bounds) = levelGroups(key, view)
    var stacks = [[Int]](repeating: [], count: Precedence.classCount)
    var next = 0
    func reading(at moment: Moment) -> Reading? {
      while next < groups.count, groups[next].precedence.from <= moment.minutes {
        stacks[groups[next].precedence.rank].append(next)
        next += 1
      }
      for rank in stacks.indices.reversed() {
        while let top = stacks[rank].last {
          if groups[top].group.speaks(at: moment) {
            return groups[top].group.joined[groups[top].group.count(at: moment) - 1]
          }
          stacks[rank].removeLast()
        }
      }
      return nil
    }
    // Nothing begins or ends before the first bound, so any moment before it tells what holds until then.
    var course = Course(reading(at: bounds.first.map { $0.minuteBefore } ?? .earliest))
    for bound in bounds { course.append(reading(at: bound), from: bound) }
    return course
  }

  /// The statements that speak of a case, level ones together, in order of their beginning; and where any begins or ends.
  private func levelGroups(
    _ key: CaseKey, _ view: EntityID?
  ) -> (groups: [(precedence: Precedence, group: LevelGroup)], bounds: [Moment]) {
    var told: [(precedence: Precedence, member: LevelGroup.Member)] = []
    var bounds: [Moment] = []
    for position in statements(of: key) {
      guard case .period(let from, let until) = statements.time(of: position),
        let precedence = precedence(of: position, view: view)
      else { continue }
      told.append((precedence, LevelGroup.Member(position: position, until: until)))
      if let from { bounds.append(from) }
      if let until { bounds.append(until) }
    }
    told.sort { ($0.precedence.from, $0.precedence.rank) < ($1.precedence.from, $1.precedence.rank) }
    var groups: [(precedence: Precedence, group: LevelGroup)] = []
    var start = 0
    while start < told.count {
      let precedence = told[start].precedence
      let end = told[start...].firstIndex { $0.precedence != precedence } ?? told.count
      groups.append((precedence, group(told[start..<end].map { $0.member })))
      start = end
    }
    bounds.sort()
    return (groups, bounds.reduce(into: []) { if $0.last != $1 { $0.append($1) } })
  }

  private func group(_ members: [LevelGroup.Member]) -> LevelGroup {
    var group = LevelGroup(members: members.sorted())
    for member in group.members { group.joined.append(joined(group.joined.last, with: member.position)) }
    return group
  }
}
