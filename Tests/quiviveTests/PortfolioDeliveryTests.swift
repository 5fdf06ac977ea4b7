import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// Alerts to a receiver that fails, stalls, drops and repeats.
struct PortfolioDeliveryTests {
  private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

  /// A receiver in Python that treats one request after the other as told.
  private final class Receiver {
    let port: Int
    private let process = Process()
    private let log: String

    init(_ home: PortfolioHomes, _ behaviours: [String]) throws {
      log = home.folder.path("received.jsonl")
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        ["python3", TestFiles.fixture("Portfolio/receiver.py"), log, secret] + behaviours
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    deinit {
      // A child of Foundation's may have the mild signals blocked.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    func received() throws -> [JSONValue] {
      let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      return try text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
    }
  }

  private static func home(port: Int?, attempts: Int, _ home: PortfolioHomes) throws {
    let url = "http://127.0.0.1:\(port ?? 1)/hook"
    try home.folder.write(
      #"{"webhooks": [{"name": "hook", "url": "\#(url)", "secret_file": "keys/hook.whsec","#
        + #" "timeout_seconds": 1, "first_delay_seconds": 1, "attempts": \#(attempts)}]}"#,
      to: "home/settings.json")
    let file = try home.folder.write(secret + "\n", to: "home/keys/hook.whsec")
    chmod(file, 0o600)
    try home.list([("1", "Karomin Seldu Vantesh Ltd")], on: "2026-01-02")
    _ = try home.take(
      PortfolioHomes.party("A", "Karomin Seldu Vantesh")
        + PortfolioHomes.party("B", "Karomin Seldu Vantesh Ltd"))
    _ = try home.rescreen()
  }

  @Test func `every alert arrives signed, under one id over all attempts`() throws {
    let home = try PortfolioHomes()
    let receiver = try Receiver(home, ["500", "stall", "drop"])
    try Self.home(port: receiver.port, attempts: 20, home)
    var passes = 0
    while passes < 40 {
      passes += 1
      let pass = try home.program.run("portfolio", "deliver", "--once")
      #expect(pass.status == 0, "\(pass.errors)")
      let status = try JSONParser.parse(
        home.program.run("portfolio", "status", "--report", "json").output)
      if status["deliveries"]?["waiting"]?.int == 0 { break }
      usleep(500_000)
    }
    let received = try receiver.received()
    #expect(received.allSatisfy { $0["signed"]?.bool == true && $0["recent"]?.bool == true })
    #expect(received.prefix(3).map { $0["behaviour"]?.string } == ["500", "stall", "drop"])
    let alerts = try home.alerts()
    #expect(alerts.count == 2)
    for alert in alerts {
      let id = try #require(alert["id"]?.string)
      let taken = received.filter { $0["id"]?.string == id }
      // At least once; and every time the same message.
      #expect(taken.contains { $0["behaviour"]?.string == "200" }, "\(id)")
      #expect(Set(taken.map { $0["body"] }).count == 1)
      #expect(taken.first?["body"]?["party"] == alert["party"])
    }
    // What was delivered is not sent again.
    _ = try home.program.run("portfolio", "deliver", "--once")
    #expect(try receiver.received().count == received.count)
  }

  @Test func `what fails to the end is a dead letter, and is sent when a person asks for it`()
    throws
  {
    let home = try PortfolioHomes()
    let receiver = try Receiver(home, ["500", "410"])
    try Self.home(port: receiver.port, attempts: 1, home)
    // The first fails, so that the endpoint is left alone for the pass; the second says: no more.
    #expect(try home.program.run("portfolio", "deliver", "--once").status == 10)
    #expect(try home.program.run("portfolio", "deliver").status == 10)
    let dead = try home.program.run("portfolio", "deliver", "--dead")
    #expect(dead.status == 10)
    #expect(dead.text.split(separator: "\n").count == 2)
    #expect(dead.text.contains("HTTP 500") && dead.text.contains("HTTP 410"))
    #expect(try home.program.run("portfolio", "deliver", "--revive").status == 0)
    #expect(try receiver.received().filter { $0["behaviour"]?.string == "200" }.count == 2)
    #expect(try home.program.run("portfolio", "deliver", "--dead").status == 0)
  }

  @Test func `a secret that others may read is refused`() throws {
    let home = try PortfolioHomes()
    try Self.home(port: nil, attempts: 1, home)
    chmod(home.folder.path("home/keys/hook.whsec"), 0o644)
    let run = try home.program.run("portfolio", "deliver")
    #expect(run.status == 65)
    #expect(run.errors.contains("may be read by others"))
    #expect(!run.errors.contains("MfKQ"))
  }
}
