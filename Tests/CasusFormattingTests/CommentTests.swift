import CasusFormatting
import Testing

/// Comments stay with what they stand at.
@Suite struct CommentTests {
  private func expect(_ text: String, becomes expected: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(assertFormatted(text, location) == expected + "\n", sourceLocation: location)
  }

  @Test func linesOfTheirOwnStayBeforeWhatFollows() {
    expect(
      """
      // The file.

      // The fact.
      /// Documented.
      fact f
      treaty T {
      // First.
      parties A

            // Last.
      }

      // End.
      """,
      becomes: """
        // The file.

        // The fact.
        /// Documented.
        fact f
        treaty T {
          // First.
          parties A

          // Last.
        }

        // End.
        """)
  }

  @Test func trailingCommentsStayTrailing() {
    expect(
      "treaty T { // opens\nrule a // one\nrule bcd // two\n\n} // closes",
      becomes: """
        treaty T {   // opens
          rule a   // one
          rule bcd   // two
        }   // closes
        """)
  }

  @Test func commentsBelowOneAnotherStaySo() {
    expect(
      "fact a     // one\nfact bcd   // two\nfact ef // three\nfact g  // four\nfact h     // five",
      becomes: """
        fact a     // one
        fact bcd   // two
        fact ef   // three
        fact g    // four
        fact h   // five
        """)
  }

  @Test func commentsInsideAConditionStandAtTheirOperand() {
    expect(
      """
      rule r
      // why
      when a // Article 51
      // and asked
      and b /* for it */ and /* or so */ c
      // but
      unless d
      """,
      becomes: """
        rule r
          // why
          when a   // Article 51
           // and asked
           and b
           /* for it */ and /* or so */ c
          // but
          unless d
        """)
  }

  @Test func aCommentWhereNoLineIsEverBrokenBreaksIt() {
    expect(
      "fact // which\nf(/* who */ a: A /* him */, _ // it\nb: B /* last */) rule r when not // so\n(a)",
      becomes: """
        fact   // which
          f(
          /* who */ a: A /* him */,
          _   // it
          b: B
        /* last */)
        rule r
          when not   // so
               (a)
        """)
  }

  @Test func commentsInListsStayWithTheirElements() {
    expect(
      "set S = { // open\nA, // a\n// b\nB\n// close\n}\nask f(/* none */) ask f( // all\n) ask f(\n// none\n)",
      becomes: """
        set S = {   // open
          A,   // a
          // b
          B
          // close
        }
        ask f(/* none */)
        ask f(   // all
        )
        ask f(
          // none
        )
        """)
  }

  @Test func blocksOfCommentsMoveAsAWhole() {
    expect(
      "law L {\n      /* one\n         two\n      three\n */\nrule a /* trailing\n            on */\nrule b }",
      becomes: """
        law L {
          /* one
             two
          three
          */
          rule a   /* trailing
                        on */
          rule b
        }
        """)
  }

  @Test func emptyBlocksKeepTheirComments() {
    expect(
      "law A { /* none */ } law B { // none\n} law C {\n// none\n}",
      becomes: """
        law A { /* none */ }
        law B {   // none
        }
        law C {
          // none
        }
        """)
  }

  @Test func nothingButComments() {
    expect("\n\n  // one\n\n\n/* two */ // three", becomes: "// one\n\n/* two */ // three")
    #expect(assertFormatted("") == "")
    #expect(assertFormatted("\n \n") == "")
  }
}
