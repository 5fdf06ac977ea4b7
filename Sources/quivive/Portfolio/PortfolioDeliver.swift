import AlertDelivery
import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// `quivive portfolio deliver`: sends the alerts that wait to the webhooks of the settings.
struct PortfolioDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: "Send alerts to the webhooks that settings.json names.",
    discussion: """
      Every alert is sent to every webhook that was named when it was raised, signed as Standard \
      Webhooks has it, at least once: a message that comes twice has the same webhook-id. What fails \
      is tried again with growing pauses and at last kept as a dead letter.

      Exit status: 0, or 10 when there are dead letters.
      """)

  @Flag(help: "Send what is due and end; the default.")
  var once = false

  @Flag(help: "Go on, and send what becomes due.")
  var watch = false

  @Flag(help: "Print the dead letters and send nothing.")
  var dead = false

  @Flag(help: "Let dead letters wait again, and send them.")
  var revive = false

  @Option(help: "With --revive: those of that webhook only.")
  var endpoint: String?

  @Option(help: "With --revive: that alert only, by its sequence.")
  var alert: Int?

  @OptionGroup var home: HomeOptions

  /// How often --watch looks for what is due, in seconds.
  private static let period = 5
  /// Deliveries that are read at once.
  private static let batch = 200

  func validate() throws {
    guard [once, watch, dead].count(where: { $0 }) <= 1 else {
      throw ValidationError("give one of --once, --watch and --dead")
    }
    guard revive || (endpoint == nil && alert == nil) else {
      throw ValidationError("--endpoint and --alert choose what to --revive")
    }
  }

  func run() throws {
    let portfolio = try PortfolioHome(home)
    if dead { return try printDead(portfolio) }
    let lock = try PortfolioLock(portfolio.folder, name: "deliver.lock", "delivering the alerts")
    defer { withExtendedLifetime(lock) {} }
    if revive {
      let count = try Failure.fromStore {
        try portfolio.store.reviveDeliveries(of: endpoint, alert: alert, at: .now)
      }
      Console.print("\(count) dead letters wait again")
    }
    repeat {
      let endpoints = try WebhookSettings(of: portfolio.home).endpoints
      let pass = try DeliveryPass(store: portfolio.store, endpoints: endpoints).run(Self.batch)
      if !watch || pass.delivered + pass.failed + pass.dead > 0 {
        Console.print(
          "\(pass.delivered) delivered, \(pass.failed) to be tried again, \(pass.dead) given up")
      }
      if watch { sleep(UInt32(Self.period)) }
    } while watch
    let left = try Failure.fromStore { try portfolio.store.deliveryCounts() }
    if (left[.dead] ?? 0) > 0 { throw ExitCode(10) }
  }

  private func printDead(_ portfolio: PortfolioHome) throws {
    let letters = try Failure.fromStore {
      try portfolio.store.deliveries(.dead, limit: 1_000_000)
    }
    for letter in letters {
      ListsReport.print(
        .members([
          "endpoint": .string(letter.endpoint), "sequence": .int(letter.alert),
          "attempts": .int(letter.attempts), "answer": letter.answer.map(JSONValue.string),
        ]))
    }
    if !letters.isEmpty { throw ExitCode(10) }
  }
}

/// One pass over the deliveries that are due.
struct DeliveryPass {
  let store: PortfolioStore
  let endpoints: [WebhookEndpoint]

  /// What came of it.
  struct Counts {
    var delivered = 0
    var failed = 0
    var dead = 0
  }

  /// Sends until nothing is due. An endpoint that fails is left alone for the rest of the pass, so that
  /// one that stalls does not hold up the others for each of its alerts.
  func run(_ batch: Int) throws -> Counts {
    var counts = Counts()
    var left: Set<String> = []
    while true {
      let due = try Failure.fromStore {
        try store.dueDeliveries(at: .now, limit: batch, without: left.sorted())
      }
      if due.isEmpty { return counts }
      for delivery in due where !left.contains(delivery.endpoint) {
        if try !deliver(delivery, &counts) { left.insert(delivery.endpoint) }
      }
    }
  }

  /// Returns whether the endpoint took it.
  private func deliver(
    _ delivery: PortfolioStore.Delivery, _ counts: inout Counts
  ) throws -> Bool {
    func record(
      _ state: PortfolioStore.Delivery.State, _ answer: String, after pause: Int = 0
    ) throws {
      try Failure.fromStore {
        try store.record(
          state, of: delivery, answer: answer,
          next: Timestamp(seconds: Timestamp.now.seconds + pause))
      }
    }
    guard let endpoint = endpoints.first(where: { $0.name == delivery.endpoint }) else {
      counts.dead += 1
      try record(.dead, "the settings name no such webhook any more")
      return true
    }
    let id = (try? JSONParser.parse(delivery.document))?["id"]?.string ?? "alert_\(delivery.alert)"
    let answer = WebhookSender.send(
      delivery.document, id: id, timestamp: Timestamp.now.seconds, to: endpoint)
    switch answer.outcome {
    case .delivered:
      counts.delivered += 1
      try record(.delivered, answer.text)
      return true
    case .refused:
      counts.dead += 1
      try record(.dead, answer.text)
    case .failed(let retryAfter):
      let pause = endpoint.schedule.delay(
        afterAttempts: delivery.attempts + 1, jitter: Double.random(in: 0...1),
        retryAfter: retryAfter)
      if let pause {
        counts.failed += 1
        try record(.waiting, answer.text, after: pause)
      } else {
        counts.dead += 1
        try record(.dead, answer.text)
      }
    }
    return false
  }
}
