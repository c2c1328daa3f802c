import Testing

/// Lines that suggest another grouping of `and` and `or` than precedence gives, and lines that do not.
@Suite struct IndentationTests {
  @Test(arguments: [
    """
    rule r when a or b
      and c //! C0910
    """,
    """
    rule r
      when a or b
       and c //! C0910
    """,
    """
    rule r
      when a or b
           and c //! C0910
    """,
    """
    rule r
      when a
        and b
          or c //! C0910
    """,
    """
    rule r
      when a
          or b
        and c //! C0910
    """,
    """
    rule r
      when a
       and b or c //! C0910
    """,
    """
    rule r
      when a and b
                 or c //! C0910
    """,
    """
    rule r
      when not (a
        or b
      and c) //! C0910
    """,
    """
    rule r when a unless b or c
      and a //! C0910
    """,
    """
    rule r when a and some x in {1} satisfies x is 1 or b
      and c //! C0910
    """,
    """
    rule r
      when a or b
       and c //! C0910
       and a or b
       and c
    """,
  ])
  func misleadingLinesAreFound(_ rule: String) { expectMarkedWarnings(Self.plain + rule) }

  @Test(arguments: [
    "rule r when a or b and c",
    "rule r when a and b or c",
    """
    rule r
      when a and b
        or c and a
    """,
    """
    rule r
      when a
        or b and c
    """,
    """
    rule r
      when a
        or b
          and c
    """,
    """
    rule r
      when a or b
             and c
    """,
    // Set flush left or flush right, the lines say nothing.
    """
    rule r
      when a
      and b
      or c
    """,
    """
    rule r
      when a
       and b
        or c
       and a
    """,
    """
    rule r
      when (a or b)
       and c
    """,
    """
    rule r
      when a or
           b
       and c
    """,
    """
    rule r when a or b
    rule s when c
      and a
    """,
    """
    rule r when a or b
      unless c
      and a
    """,
    "rule r\n\twhen a or b\n\tand c",
    """
    define n -> Int is 1 when a or b,
      2 when c
      and not a,
      3
    """,
    """
    rule r
      when some x in {1} satisfies x is 1
        or b
        or c
    """,
  ])
  func plainLinesAreNotReported(_ rule: String) { expectMarkedWarnings(Self.plain + rule) }

  @Test func labelsAreNoOperators() {
    expectMarkedWarnings(
      """
      set Few = 1..2
      fact a
      fact d(or x: Few, and y: Few)
      rule r when d(or: 1,
        and: 2) or a
      """)
  }

  private static let plain = "fact a fact b fact c\n"
}
