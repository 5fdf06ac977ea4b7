import ArgumentParser
import Decisions
import FileFormats
import KnowledgeBase
import SQLiteStore
import TradeModel
import Workplace

/// `quivive audit retention`: until when what is on record has to be kept.
struct AuditRetention: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Print until when each case and decision has to be kept, and by which rule.",
    discussion: """
      The rules are data: Knowledge/Records/retention.csv. The default ones apply, or those that \
      --rule names; the longest decides. The years count from the last act on the case, from the last \
      day that a good-guy decision held, and from the removal of a party of the portfolio. A case \
      without a decision is kept, and so is a decision that holds. Nothing is erased by itself: `quivive audit erase` does that.
      """)

  @Option(
    name: .customLong("rule"), parsing: .singleValue,
    help: "A rule of Knowledge/Records/retention.csv; may be repeated. Default: the default ones.")
  var rules: [String] = []

  @Option(help: ArgumentHelp("The day to look from. Default: today.", valueName: "YYYY-MM-DD"))
  var on: Day?

  @Flag(help: "Only what need not be kept any longer.")
  var due = false

  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let rules = try Self.rules(named: rules, knowledge: knowledge)
    let store = try OpenStore.existing(home)
    let day = on ?? Timestamp.now.day
    var shown = 0
    for record in try Self.records(of: store) {
      guard record.isDecided else {
        if !due { Console.print("\(record.subject)  kept: \(record.isOpenBecause)") }
        continue
      }
      guard let (rule, lastDay) = RetentionRules.longest(of: rules, after: record.lastAct) else {
        continue
      }
      let isDue = lastDay < day
      if due, !isDue { continue }
      shown += 1
      Console.print(
        "\(record.subject)  last act \(record.lastAct.iso)  "
          + (isDue ? "due since" : "kept until") + " \(lastDay.iso)  \(rule.id), \(rule.section)")
    }
    if due, shown == 0 { Console.print("nothing is due on \(day.iso)") }
  }

  /// What the trail tells of one case, good-guy decision or party of the portfolio.
  struct Record {
    let subject: String
    var lastAct: Day
    /// Nothing goes on any more.
    var isDecided: Bool

    /// Why it is kept while it is not decided.
    var isOpenBecause: String {
      if subject.hasPrefix("case/") { return "it has no decision yet" }
      return subject.hasPrefix("portfolio/") ? "it is still screened" : "it is not decided yet"
    }
  }

  /// What is not erased yet, in the order of their first act.
  static func records(of store: Store) throws -> [Record] {
    var records: [String: Record] = [:]
    var order: [String] = []
    try Failure.fromStore {
      try store.walkAudit { stored in
        guard let entry = stored.entry,
          ["case/", "good-guy/", "portfolio/"].contains(where: entry.subject.hasPrefix)
        else { return }
        if entry.kind == AuditErasure.kind {
          records[entry.subject] = nil
          return
        }
        guard stored.body != nil else { return }
        if records[entry.subject] == nil { order.append(entry.subject) }
        var record =
          records[entry.subject]
          ?? Record(subject: entry.subject, lastAct: entry.time.day, isDecided: false)
        record.lastAct = max(record.lastAct, entry.time.day)
        switch entry.kind {
        case "case.decided", "case.approved", "good-guy.declined", "good-guy.withdrawn",
          "portfolio.removed":
          record.isDecided = true
        case "good-guy.approved":
          // It is settled, and what rests on it is the last day it holds.
          record.isDecided = true
          let expires = stored.body?.value?["expires"]?.string.flatMap { Day(iso: $0) }
          record.lastAct = max(record.lastAct, expires ?? entry.time.day)
        case "case.reopened", "portfolio.settled": record.isDecided = false
        default: break
        }
        records[entry.subject] = record
      }
    }
    return order.compactMap { records[$0] }
  }

  static func rules(
    named ids: [String], knowledge: KnowledgeOptions
  ) throws -> [RetentionRule] {
    let all: RetentionRules
    do {
      all = try RetentionRules(loading: knowledge.loaded())
    } catch let error as KnowledgeErrors {
      throw Failure(
        .badInput, error.description, help: "`quivive knowledge check` shows every error")
    }
    let (rules, unknown) = all.chosen(ids.isEmpty ? nil : ids)
    if let first = unknown.first {
      throw Failure(
        .usage, "there is no rule of retention `\(first)`",
        help: "there are: \(all.rules.map(\.id).joined(separator: ", "))")
    }
    return rules
  }
}
