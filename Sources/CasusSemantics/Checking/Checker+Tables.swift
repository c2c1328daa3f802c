extension Checker {
  mutating func readTables(_ load: (String) -> LoadedData) {}
}
