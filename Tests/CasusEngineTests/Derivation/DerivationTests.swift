import CasusEngine
import CasusSemantics
import Testing

/// What an explanation is told from says the same as the circuit.
@Suite struct DerivationTests {
  @Test func everyPartStandsAsItsPremisesSay() async {
    await PropertyRun.check { program, _ in
      for asked in AskedQuestion.all(of: program) {
        guard let derivation = asked.derivation(program) else { continue }
        if let failure = DerivationCheck(derivation).failure { return "`\(asked.question.text)`: \(failure)" }
      }
      return nil
    }
  }

  @Test func explainingChangesNoAnswer() async {
    await PropertyRun.check { program, _ in
      for asked in AskedQuestion.all(of: program) {
        guard let answer = asked.answer(program) else { continue }
        guard let derivation = asked.derivation(program) else { return "`\(asked.question.text)`: no derivation" }
        let (one, other) = (Essence(answer, in: program), Essence(derivation.answer, in: program))
        if "\(one)" != "\(other)" { return "`\(asked.question.text)`: \(one), explained \(other)" }
        if answer.openFacts != derivation.answer.openFacts { return "`\(asked.question.text)`: other open facts" }
      }
      return nil
    }
  }

  @Test(arguments: ConformanceCase.all(in: "good"))
  func conformanceCasesStandAsTheirPartsSay(_ file: ConformanceCase) throws {
    let program = try file.program().program
    for asked in AskedQuestion.all(of: program) {
      guard let derivation = asked.derivation(program) else { continue }
      #expect(DerivationCheck(derivation).failure == nil, "\(asked.question.text)")
      let answer = asked.answer(program)
      #expect(answer == derivation.answer, "\(asked.question.text)")
    }
  }
}

extension DerivationTests {
  /// A question that has an answer within a limit has the same when it is explained; one that has none, has none.
  @Test(arguments: ConformanceCase.all(in: "good"))
  func explainingChangesNoLimit(_ file: ConformanceCase) throws {
    let program = try file.program().program
    for asked in AskedQuestion.all(of: program) {
      for bound in [1, 2, 4, 8, 16, 64, 256] {
        var few = EngineLimits()
        few.maximumSteps = bound
        var short = EngineLimits()
        short.maximumMoments = bound
        for limits in [few, short] {
          let answer = asked.answer(program, limits: limits)
          let derivation = asked.derivation(program, limits: limits)
          #expect(answer == derivation?.answer, "\(asked.question.text) with \(bound)")
        }
      }
    }
  }
}

extension AskedQuestion {
  func derivation(_ program: Program, limits: EngineLimits = EngineLimits()) -> Derivation? {
    try? QuestionRunner(FactBase(program, scenario: told), limits: limits).derivation(of: question, asOf: moment)
  }
}

/// Compares each part of a derivation with what its premises come to.
struct DerivationCheck {
  let derivation: Derivation

  init(_ derivation: Derivation) { self.derivation = derivation }

  /// The first part that stands otherwise than its premises say.
  var failure: String? {
    for number in derivation.record.parts.indices {
      let id = DerivationPartID(number)
      for view in derivation.views.indices {
        for moment in derivation.timeline.moments.indices {
          let place = Derivation.Place(view: view, moment: moment)
          guard let expected = expected(id, at: place) else { continue }
          let found = derivation.standing(of: id, at: place)
          if found == expected { continue }
          return "\(derivation[id].subject) \(found), its premises come to \(expected) in view \(view) at \(moment)"
        }
      }
    }
    return nil
  }

  private func expected(_ id: DerivationPartID, at place: Derivation.Place) -> Derivation.Standing? {
    let part = derivation[id]
    if derivation.isValue(id) || derivation.speaks(of: id, at: place) { return nil }
    let premises = part.premises.filter { !derivation.isValue($0) }.map { derivation.standing(of: $0, at: place) }
    switch part.join {
    case .own: return nil
    case .all: return all(premises)
    case .any: return negated(all(premises.map { negated($0) }))
    case .none: return all(premises.map { negated($0) })
    case .implication:
      var counter: [Derivation.Standing] = []
      for premise in part.premises {
        let standing = derivation.standing(of: premise, at: place)
        if case .restriction = derivation[premise].subject {
          counter.append(standing)
        } else {
          counter.append(negated(standing))
        }
      }
      // Of a combination that the restriction rules out, what it would restrict is not looked at.
      return counter == [.fails] ? .holds : negated(all(counter))
    }
  }

  private func all(_ standings: [Derivation.Standing]) -> Derivation.Standing {
    if standings.contains(.fails) { return .fails }
    if standings.contains(.faulty) { return .faulty }
    return standings.contains(.open) ? .open : .holds
  }

  private func negated(_ standing: Derivation.Standing) -> Derivation.Standing {
    switch standing {
    case .holds: .fails
    case .fails: .holds
    case .open, .faulty: standing
    }
  }
}
