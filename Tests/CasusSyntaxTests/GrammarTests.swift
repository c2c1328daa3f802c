import CasusSyntax
import Foundation
import Testing

/// The normative grammar, and the comments above the parsing functions, read as productions.
private enum Grammar {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The first part of the grammar: everything above the tokens.
  static func productions() throws -> [String: String] {
    let text = try String(contentsOf: root.appendingPathComponent("Grammar/Casus.ebnf"), encoding: .utf8)
    let withoutComments = text.components(separatedBy: "(*").enumerated().map { index, part in
      index == 0 ? part : part.components(separatedBy: "*)").dropFirst().joined(separator: "*)")
    }
    var productions: [String: String] = [:]
    for production in withoutComments.joined().components(separatedBy: " ;") {
      let words = normalized(production)
      guard let name = words.split(separator: " ").first.map(String.init), name == name.lowercased() else { continue }
      #expect(productions[name] == nil, "\(name) is there once")
      productions[name] = words
    }
    return productions
  }

  static func normalized(_ production: String) -> String {
    production.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// The productions in comments of the parser, each with the name of the function below it.
  static func parsingFunctions() throws -> [(production: String, function: String)] {
    let folder = root.appendingPathComponent("Sources/CasusSyntax/Parsing")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.flatMap { file in
      let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return functions(in: source.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }

  private static func functions(in lines: [String]) -> [(production: String, function: String)] {
    var found: [(production: String, function: String)] = []
    var comment: [String] = []
    for line in lines {
      if line.hasPrefix("///") {
        comment.append(String(line.dropFirst(3)))
        continue
      }
      defer { comment = [] }
      let words = normalized(comment.joined(separator: "\n"))
      guard let end = words.range(of: " ;"), words.contains(" = ") else { continue }
      let name = line.components(separatedBy: "func ").dropFirst().first?.prefix { $0.isLetter } ?? ""
      found.append((String(words[..<end.lowerBound]), String(name)))
    }
    return found
  }

  /// What stands in quotes in a production.
  static func terminals(of production: String) -> Set<String> {
    Set(production.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
  }
}

@Suite struct GrammarTests {
  @Test func everyProductionHasItsParsingFunction() throws {
    var productions = try Grammar.productions()
    for (production, function) in try Grammar.parsingFunctions() {
      let name = production.components(separatedBy: " ").first ?? ""
      #expect(productions.removeValue(forKey: name) == production, "above \(function)")
      let camelCase = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      #expect(["parse" + camelCase, "parseOptional" + camelCase].contains(function), "for \(name)")
    }
    #expect(productions.keys.sorted() == [], "productions without a function")
  }

  @Test func everyProductionIsUsedAndEveryWordOfOneIsKnown() throws {
    let productions = try Grammar.productions()
    let tokens: Set = ["NAME", "QUOTED-NAME", "KEYWORD", "TEXT", "INTEGER", "DECIMAL", "DATE", "UNIT"]
    var used: Set = ["file", "query"]
    for production in productions.values {
      let outside = production.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 0 }
      let text = outside.map(\.element).joined(separator: " ").components(separatedBy: " = ").dropFirst()
      for word in text.joined().split(whereSeparator: { " []{}()|".contains($0) }).map(String.init) {
        #expect(productions[word] != nil || tokens.contains(word), "`\(word)` in \(production)")
        used.insert(word)
      }
    }
    #expect(Set(productions.keys).subtracting(used) == [])
  }

  @Test func wordsAreTheKeywords() throws {
    let terminals = try Grammar.productions().values.reduce(into: Set<String>()) {
      $0.formUnion(Grammar.terminals(of: $1))
    }
    let words = terminals.filter { $0.allSatisfy(\.isLetter) }
    #expect(words.sorted() == Keyword.allCases.map(\.rawValue).sorted())
    for sign in terminals.subtracting(words).subtracting(["_"]) {
      let tokens = tokenize(Array(sign.utf8))
      #expect(tokens.count == 1 && tokens.first?.kind != .unknown, "`\(sign)` is one token")
    }
  }

  @Test(arguments: Operator.allCases)
  func operatorsStandInTheProductionOfTheirPrecedence(_ operator: Operator) throws {
    let entry = `operator`.entry
    let production =
      switch entry.precedence {
      case .disjunction: "expression"
      case .conjunction: "conjunction"
      case .negation: "negation"
      case .comparison: "comparison"
      case .sum: "sum"
      case .product: "product"
      case .sign: "unary"
      case .primary: "primary"
      }
    let terminals = Grammar.terminals(of: try Grammar.productions()[production] ?? "")
    let spelling = entry.spelling.split(separator: " ").map(String.init)
    #expect(terminals.isSuperset(of: spelling))
    let kinds = spelling.flatMap { tokenize(Array($0.utf8)).map(\.kind) }
    #expect(kinds == [entry.token] + (entry.secondToken.map { [$0] } ?? []))
    #expect(!entry.summary.isEmpty && !entry.summary.hasSuffix("."))
  }

  @Test func unitsAreThoseOfTheGrammar() {
    #expect(DurationUnit.allCases.map(\.singular) == ["minute", "hour", "day", "week", "month", "year"])
  }
}
