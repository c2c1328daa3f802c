import Testing

/// A program whose questions the exact model is tried on.
struct ModelSample: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var text: String

  init(_ description: String, _ text: String) {
    testDescription = description
    self.text = "type State entity Alba, Brabant, Cymru: State\n" + text
  }
}

enum ModelSamples {
  static let all = [
    ModelSample(
      "truths and deciders",
      """
      fact at_war(_ state: State) decided by state
      rule aid when at_war(Alba) and (at_war(Brabant) or not at_war(Cymru))
      scenario "s" { ask aid ask some x in State satisfies at_war(x) ask count(x in State where at_war(x)) > 1 }
      """),
    ModelSample(
      "numbers, ranges and lists",
      """
      fact troops(_ state: State) -> Int
      fact share -> Decimal
      type Rank = low | middle | high
      fact rank -> Rank
      fact capital -> Text
      scenario "s" {
        assert troops(Brabant) is 5..20
        ask troops(Alba) >= 10 and troops(Brabant) < 12 or troops(Brabant) is 7
        ask share > 0.5 and share <= 2 / 3 or share < 0.1
        ask rank > low and rank is not high
        assert rank in {low, high}
        ask rank > low
        ask troops(Alba) * 2 + 1 < 8
        ask 3 / troops(Alba) > 1
        ask capital is "Strathclyde" or capital is "Dunfermline"
      }
      """),
    ModelSample(
      "what is told to be unknown, for a time and in views",
      """
      fact at_war(_ state: State)
      fact troops -> Int
      rule ally when at_war(Brabant)
      scenario "s" {
        as of 2001-06-01
        deny at_war(Alba)
        assert at_war(Alba) is unknown from 2001-01-01
        assert troops is 1..9 from 2000-01-01 until 2002-01-01
        assert ally is unknown from 2001-05-01
        assert at_war(Cymru) is unknown according to Brabant
        assert at_war(Cymru)
        ask at_war(Alba) and troops > 4 and ally and at_war(Cymru)
        ask at_war(Alba) or not ally
      }
      """),
    ModelSample(
      "facts over time",
      """
      fact at_war(_ state: State)
      fact limit -> Int
      scenario "s" {
        as of 2001-06-01
        assert at_war(Brabant) from 2001-03-01 until 2001-05-01
        ask at_war(Alba) for 10 days
        ask at_war(Brabant) for 40 days or at_war(Alba)
        assert at_war(Alba) is unknown from 2001-04-01
        ask at_war(Alba) for 90 days and limit > 3
        assert limit is 1..6 from 2001-02-01
        ask at_war(Alba) for 90 days and limit > 3
      }
      """),
    ModelSample(
      "events that nobody tells of",
      """
      event attack(by state: State)
      norm truce: Alba must not attack() when true
      scenario "s" {
        as of 2001-06-01
        ask attack(by: Alba)
        ask attack(by: Alba) since 2001-01-01
        ask attack(by: Alba) before 2001-01-01 and not attack(by: Brabant) in last 10 days
        ask breached(truce)
        assert attack(by: Brabant) is unknown from 2001-05-01
        ask attack(by: Brabant) and attack(by: Alba)
        ask attack(by: Brabant) since 2001-05-10 or attack(by: Alba)
      }
      """),
    ModelSample(
      "when an event happened",
      """
      event attack(by state: State)
      event truce
      scenario "s" {
        as of 2001-06-01
        assert attack(by: Alba) on 2001-01-01..2001-03-01
        ask attack(by: Alba) since 2001-02-01
        ask attack(by: Alba) before 2001-01-15 or attack(by: Alba) since 2001-02-15
        assert truce
        ask truce since 2000-01-01
        ask date of truce > 2000-01-01 and date of attack(by: Alba) < 2001-02-01
      }
      """),
    ModelSample(
      "a duty with a deadline",
      """
      event help(by state: State)
      fact at_war
      norm aid: Alba must help() within 10 days when at_war
      scenario "s" {
        as of 2001-06-01
        assert at_war from 2001-05-01
        ask breached(aid)
        ask fulfilled(aid)
        ask owed(aid)
        deny help(by: Alba) from 2001-05-05 until 2001-05-20
        ask breached(aid)
      }
      """),
    ModelSample(
      "dates that are open",
      """
      fact adopted -> Date
      scenario "s" {
        as of 2001-06-01
        ask adopted >= 2000-01-01 and adopted < 2001-01-01
        assert adopted is 2000-06-01..2002-01-01
        ask today > adopted
      }
      """),
    ModelSample(
      "what goes in a circle",
      """
      fact gate(_ state: State)
      rule reaches(_ state: State) when state is Alba or gate(state) and some x in State satisfies reaches(x)
      scenario "s" { ask reaches(Brabant) ask reaches(Brabant) and not reaches(Cymru) }
      """),
  ]
}
