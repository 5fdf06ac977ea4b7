import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

@testable import Ownership

/// A small graph written as text: `X>A 50`, `A>B 30-40`, `A>C ?`, `D>A control`.
struct Chains {
  private(set) var names: [String] = []
  let graph: OwnershipGraph
  let statements: [OwnershipStatement]

  init(_ lines: [String]) throws {
    var names: [String] = []
    func number(_ name: Substring) -> Int {
      if let known = names.firstIndex(of: String(name)) { return known }
      names.append(String(name))
      return names.count - 1
    }
    var statements: [OwnershipStatement] = []
    for line in lines {
      let words = line.split(separator: " ")
      let parties = words[0].split(separator: ">")
      var kind = OwnershipKind.shares
      var share = OwnershipLink.unstated
      for word in words.dropFirst() where word != "?" {
        if let named = OwnershipKind(rawValue: String(word)) {
          kind = named
        } else {
          share = try #require(Share(String(word)).hundredths)
        }
      }
      statements.append(
        OwnershipStatement(
          owner: number(parties[0]), owned: number(parties[1]), kind: kind, share: share,
          source: line, place: line))
    }
    self.names = names
    self.statements = statements
    graph = OwnershipGraph(
      partyCount: names.count,
      links: statements.map {
        OwnershipLink(
          owner: $0.owner, owned: $0.owned, share: $0.kind.share($0.share),
          control: $0.kind.control($0.share), isJoint: $0.kind == .jointShares)
      })
  }

  func number(_ name: String) throws -> Int { try #require(names.firstIndex(of: name)) }
  func numbers(_ names: String) throws -> Set<Int> {
    Set(try names.split(separator: " ").map { try number(String($0)) })
  }

  /// The links of an answer as text.
  func path(_ answer: OwnershipAnswer) -> [String] { answer.links.map { statements[$0].place } }
}

/// The package's own tables.
enum OwnKnowledge {
  static let knowledge = Result {
    try CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge"))
  }
  static func rules() throws -> OwnershipRules { try OwnershipRules(loading: knowledge.get()) }

  static func rule(_ test: OwnershipRule.Test, on day: String = "2025-10-15") throws
    -> OwnershipRule
  {
    let day = try #require(Day(iso: day))
    return try #require(try rules().rule(test, on: day))
  }
}
