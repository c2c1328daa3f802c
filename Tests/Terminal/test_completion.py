"""Tab: commands, keywords, names, labels and members."""

from terminal import PROGRAM, TAB, TerminalTest, control


class CompletionTest(TerminalTest):
    def complete(self, typed, *expected, keys=TAB, files=None):
        session = self.session("program.casus", files={"program.casus": PROGRAM, **(files or {})})
        session.send(typed)
        session.wait_for_line("casus> " + typed)
        session.send(keys)
        for line in expected:
            session.wait_for_line("casus> " + line)
        return session

    def test_commands(self):
        self.complete(":tim", ":tim", keys=TAB)
        self.complete(":timel", ":timeline ")
        self.complete(":scen", ":scenario ")

    def test_keywords(self):
        self.complete("resol", "resolution ")

    def test_names_with_their_qualifier(self):
        self.complete("under", "under_attack(")
        self.complete("CSP.ass", "CSP.assistance(")
        self.complete("assistan", "CSP.assistance(")
        self.complete("not under", "not under_attack(")

    def test_labels_in_a_call_and_then_the_members_of_the_parameter(self):
        session = self.complete("CSP.assistance(", "CSP.assistance(ally: ")
        session.send("DP" + TAB)
        session.wait_for_line("casus> CSP.assistance(ally: DPRK")
        session.send(", " + TAB)
        session.wait_for_line("casus> CSP.assistance(ally: DPRK, victim: ")
        # The parties alone are members of the parameter.
        session.send(TAB + TAB)
        session.wait_for("Russia  DPRK    any")
        session.send("Ru" + TAB + ")")
        session.wait_for_line("casus> CSP.assistance(ally: DPRK, victim: Russia)")

    def test_members_in_mid_call(self):
        self.complete("approves(Fed", "approves(FederationCouncil")
        self.complete("1 > 2 or approves(Sup", "1 > 2 or approves(SupremeAssembly")
        self.complete("under_attack(Russia, ", "under_attack(Russia, by: ")

    def test_members_by_label_and_alias(self):
        self.complete("under_attack(PRK", "under_attack(DPRK")
        self.complete("under_attack(RUS", "under_attack(Russia")
        self.complete("under_attack(korea", "under_attack(DPRK")
        self.complete("under_attack(North", "under_attack(DPRK")

    def test_names_in_hangul(self):
        session = self.session()
        session.enter("type 나라 entity 로씨야 \"Russia\", 조선 \"Korea\": 나라 fact 전쟁(_ 쪽: 나라)")
        session.send("전" + TAB)
        session.wait_for_line("casus> 전쟁(")
        session.send("Kor" + TAB)
        session.wait_for_line("casus> 전쟁(조선")

    def test_values_of_a_fact(self):
        self.complete("vote(FederationCouncil) is InF", "vote(FederationCouncil) is InFavour")

    def test_views(self):
        self.complete("ask under_attack(Russia, by: any) according to Uk",
                      "ask under_attack(Russia, by: any) according to Ukraine")
        self.complete(":view Ru", ":view Russia")

    def test_what_is_typed_on_an_earlier_line_counts(self):
        session = self.session("program.casus", files={"program.casus": PROGRAM})
        session.send("CSP.assistance(\r")
        session.wait_for_line("    (> ")
        session.send("al" + TAB)
        session.wait_for_line("    (> ally: ")

    def test_what_is_typed_is_known_at_once(self):
        session = self.session()
        session.enter("type Ship entity Lusitania: Ship fact sunk(_ ship: Ship)")
        session.send("su" + TAB)
        session.wait("both words", lambda: session.current in ("casus> su", "casus> sunk("))
        session.send("n" + TAB + "Lu" + TAB)
        session.wait_for_line("casus> sunk(Lusitania")

    def test_files(self):
        session = self.complete(":load pro", ":load program.casus ")
        session.enter("")
        session = self.complete(":load da", ":load data/", files={"data/my ships.casus": "fact sunk\n"})
        session.send(TAB)
        session.wait_for_line('casus> :load "data/my ships.casus" ')
        session.enter("")
        session.enter("sunk")
        self.assertSeen(session, "Loaded: 1 fact.", "?  unknown")

    def test_scenarios_whose_titles_have_blanks(self):
        self.complete(":scenario Kursk, seen in J", ":scenario Kursk, seen in January")

    def test_nothing_is_offered_inside_a_text(self):
        session = self.complete('assert under_attack(Russia, by: DPRK) source "un', keys=TAB + TAB)
        session.settle()
        self.assertEqual(session.current, 'casus> assert under_attack(Russia, by: DPRK) source "un')

    def test_several_words_are_listed(self):
        session = self.complete("as", keys=TAB + TAB)
        session.wait_for("assist")
        self.assertSeen(session, "casus> as", "ask")
        session.send(control("c"))
        session.wait_for_line("casus> ")
