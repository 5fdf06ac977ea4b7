import ArgumentParser
import Decisions
import SQLiteStore
import TradeModel
import Workplace

/// `quivive audit erase`: what was recorded goes, the entries stay.
struct AuditErase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase what was recorded about a case, decision or party whose retention has ended.",
    discussion: """
      The entries stay, each with a commitment to what it recorded, and a new entry says who erased what \
      and why; `quivive audit verify` goes on to hold. What was erased cannot be brought back, and \
      backups that were taken before still hold it.

      A case that a rule of retention still keeps is refused unless --despite-retention says why, as for \
      a person's right to erasure that prevails.
      """)

  @Argument(
    help: "What to erase: case/C1, good-guy/G1, portfolio/ID (of a party that was removed).")
  var subject: String

  @Option(help: "Why, for the trail. It stays: name no person in it.")
  var reason: String

  @Option(help: "Why the case may go although a rule still keeps it, for the trail.")
  var despiteRetention: String?

  @Option(
    name: .customLong("rule"), parsing: .singleValue,
    help: "A rule of Knowledge/Records/retention.csv; may be repeated. Default: the default ones.")
  var rules: [String] = []

  @OptionGroup var acting: ActingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    _ = try OpenStore.existing(acting.home)
    let store = try OpenStore(acting.home).store
    let actor = try acting.actor()
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw Failure(.usage, "an erasure needs a reason", help: "state it with --reason")
    }
    if despiteRetention == nil, let kept = try keptUntil(in: store) {
      throw Failure(
        .badInput, "`\(subject)` has to be kept \(kept)",
        help: "wait, or say with --despite-retention why it may go before")
    }
    let words = [reason, despiteRetention.map { "despite retention: \($0)" }]
      .compactMap(\.self).joined(separator: "; ")
    let files = try ErasedFiles(of: subject, in: store)
    let entry = try Failure.fromStore {
      try store.erase(subject, reason: words, by: actor, at: .now)
    }
    let count = try files.erase(from: acting.home)
    Console.print("erased: \(subject), entry \(entry.sequence), \(count) files")
  }

  /// Until when a rule keeps the case; `nil` when none does.
  private func keptUntil(in store: Store) throws -> String? {
    let records = try AuditRetention.records(of: store)
    guard let record = records.first(where: { $0.subject == subject }) else { return nil }
    guard record.isDecided else { return "for now: \(record.isOpenBecause)" }
    let rules = try AuditRetention.rules(named: rules, knowledge: knowledge)
    guard let (rule, lastDay) = RetentionRules.longest(of: rules, after: record.lastAct),
      lastDay >= Timestamp.now.day
    else { return nil }
    return "until \(lastDay.iso) (\(rule.id), \(rule.section))"
  }
}
