extension Query {
  /// Prepares the question for values of a host's own type that is `Encodable`, as every `Codable` type is: its fields fill
  /// the slots. That there are these fields, and that the type of each fits its fact, is checked now.
  ///
  /// ```swift
  /// struct Incident: Codable { var attacked: Bool?, troops: Int, reporter: String }
  /// let screening = try query.prepared(
  ///   like: Incident(attacked: nil, troops: 0, reporter: ""),
  ///   fields: ["attacked": "attacked(Alba)", "troops": "troops(DPRK)"])
  /// try screening.truth(of: Incident(attacked: true, troops: 11_000, reporter: "KCNA"))
  /// ```
  ///
  /// A field holds one value: a `Bool`, any integer, a `String`, an enumeration with raw values, or what is
  /// ``SlotConvertible``; nil in it is what is not known. Neither lists nor types with fields of their own fill a slot, nor
  /// does a `Double`, which is not exact.
  ///
  /// - Parameters:
  ///   - example: any value of the type. Only which fields it has counts, and of which types.
  ///   - fields: which fact each field tells, by the name under which the field is encoded; fields that are not named here are
  ///     skipped. Nil: each field tells the fact that is called as it is.
  ///   - facts: what is known beside them; nil: what the program itself tells.
  ///   - date: the moment asked about, as for ``prepared(for:given:asOf:limits:)-([FactCase],_,_,_)``.
  ///   - limits: what preparing, and each answer, may cost.
  /// - Throws: `invalidCase` for a field that the type has not, or that does not fit its fact, with the place where the fact
  ///   is declared; `hostFailed` where the type throws an error of its own; else as
  ///   ``prepared(for:given:asOf:limits:)-([FactCase],_,_,_)``.
  public func prepared<Root: Encodable & SendableMetatype>(
    like example: Root, fields: [String: FactCase]? = nil, given facts: Facts? = nil, asOf date: Moment? = nil,
    limits: Limits = Limits()
  ) throws(CasusError) -> TypedQuery<Root> {
    let lister = try FieldLister(example, wanted: fields.map { Set($0.keys) })
    let cases = lister.fields.map { fields?[$0.name] ?? FactCase($0.name) }
    let prepared = try prepared(for: cases, given: facts, asOf: date, limits: limits)
    for (slot, field) in lister.fields.enumerated() {
      try prepared.require(field.fits, of: slot, toBe: field.typeName)
    }
    let plan = FieldWriter.Plan(lister, skipsOthers: fields != nil)
    let open = prepared.openCase
    return TypedQuery(prepared) { (root, incident) throws(CasusError) in
      // The case is moved, and never copied: setting its slots then allocates nothing.
      let writer = FieldWriter(plan, open)
      swap(&writer.incident, &incident)
      defer { swap(&writer.incident, &incident) }
      try writer.write(root)
    }
  }
}
