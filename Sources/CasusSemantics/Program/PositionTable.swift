/// Finds elements of a list by what they say, without a copy of any: it keeps positions and halves of hashes alone, eight
/// bytes each, so that millions of statements can be looked up. Whoever asks says what is equal.
package struct PositionTable: Sendable {
  private struct Entry {
    /// -1: free.
    var position: Int32
    /// Most elements that are not equal differ in it already.
    var hash: UInt32
  }

  /// Their number is a power of two, so that a mask takes the remainder; a third stays free, lest searches become long.
  private var entries = [Entry](repeating: PositionTable.free, count: 8)
  private var count = 0

  private static var free: Entry { Entry(position: -1, hash: 0) }

  package init() {}

  /// Makes room for so many more.
  package mutating func reserve(_ additional: Int) {
    var size = entries.count
    while size / 3 * 2 < count + additional { size *= 2 }
    guard size > entries.count else { return }
    let old = entries
    entries = Array(repeating: PositionTable.free, count: size)
    for entry in old where entry.position >= 0 { entries[freeIndex(from: entry.hash)] = entry }
  }

  /// The position of the element with this hash that is equal; nil where there is none.
  package func position(_ hash: Int, where isEqual: (Int32) -> Bool) -> Int32? {
    let hash = UInt32(truncatingIfNeeded: hash)
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while entries[index].position >= 0 {
      if entries[index].hash == hash, isEqual(entries[index].position) { return entries[index].position }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Puts in the position of an element that equals none.
  package mutating func insert(_ position: Int32, hash: Int) {
    reserve(1)
    let hash = UInt32(truncatingIfNeeded: hash)
    entries[freeIndex(from: hash)] = Entry(position: position, hash: hash)
    count += 1
  }

  /// Puts a position in the place of another, of an element that is equal.
  package mutating func replace(_ old: Int32, by new: Int32, hash: Int) {
    if let index = index(of: old, hash) { entries[index].position = new }
  }

  /// Puts in the position of an element, in the place of that of one that is equal; tells which that was, if any.
  package mutating func put(_ position: Int32, hash: Int, where isEqual: (Int32) -> Bool) -> Int32? {
    reserve(1)
    let short = UInt32(truncatingIfNeeded: hash)
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: short) & mask
    while entries[index].position >= 0 {
      let old = entries[index].position
      if entries[index].hash == short, isEqual(old) {
        entries[index].position = position
        return old
      }
      index = (index + 1) & mask
    }
    entries[index] = Entry(position: position, hash: short)
    count += 1
    return nil
  }

  /// Takes out the position that was put in last: no search has to pass over it to find an earlier one. Room for it must
  /// have been made before.
  package mutating func removeLast(_ position: Int32, hash: Int) {
    guard let index = index(of: position, hash) else { return }
    entries[index] = PositionTable.free
    count -= 1
  }

  private func index(of position: Int32, _ hash: Int) -> Int? {
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: hash)) & mask
    while entries[index].position != position {
      if entries[index].position < 0 { return nil }
      index = (index + 1) & mask
    }
    return index
  }

  private func freeIndex(from hash: UInt32) -> Int {
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while entries[index].position >= 0 { index = (index + 1) & mask }
    return index
  }
}
