import ArgumentParser
import Foundation
import KnowledgeBase
import SQLiteStore
import TradeModel
import Watchlist
import WebService
import Workplace

/// The service: arguments, start, first key. Everything else is in `WebService`.
@main
struct QuiviveServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quivive serve",
    abstract: "Serve screening over HTTP: the matching interface, /v1 and pages.",
    discussion: """
      The first start makes an administrator's key and prints it once; `quivive key create` makes \
      others. Without a key only /healthz, /readyz, /catalog, /algorithms and /openapi.json answer. A \
      watchlist that was compiled anew is put in service by itself, at SIGHUP, or by POST /updatez; \
      SIGTERM ends the requests in hand first.
      """, version: Engine.version)

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 for any that is free, told at the start.")
  var port = 8000

  @Option(help: ArgumentHelp("The folder with everything Quivive keeps.", valueName: "dir"))
  var home: String?

  @Option(
    name: .customLong("knowledge"), help: ArgumentHelp("The knowledge folder.", valueName: "folder")
  )
  var knowledge: String?

  @Option(
    help: ArgumentHelp("A compiled watchlist, instead of the one of the home.", valueName: "file"))
  var watchlist: String?

  @Option(help: "The matching policy of screenings: balanced, strict, wide or ofac.")
  var policy = "balanced"

  @Flag(help: "Nobody needs a key; only on a loopback address, for trying out.")
  var insecureLocal = false

  @Option(help: "Requests a second and key; 0 for no limit.")
  var rateLimit = 0

  @Option(
    help: ArgumentHelp("The address callers use, where a proxy stands before.", valueName: "url"))
  var publicAddress: String?

  @Option(help: ArgumentHelp("A certificate chain for TLS, PEM.", valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("Its private key, PEM.", valueName: "file"))
  var tlsKey: String?

  @Flag(name: .shortAndLong, help: "Write no line for each request.")
  var quiet = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port is a number from 0 to 65535")
    }
    guard rateLimit >= 0 else { throw ValidationError("--rate-limit must not be negative") }
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate and --tls-key go together")
    }
    if insecureLocal, !["127.0.0.1", "::1", "localhost"].contains(host) {
      throw ValidationError("--insecure-local works on a loopback address only, not on `\(host)`")
    }
  }

  func run() async throws {
    var settings = ServiceState.Settings()
    settings.host = host
    settings.port = port
    settings.isInsecureLocal = insecureLocal
    settings.publicAddress = publicAddress
    settings.rate = rateLimit
    settings.certificate = tlsCertificate
    settings.privateKey = tlsKey
    settings.policy = policy
    settings.updateToken = ProcessInfo.processInfo.environment["QUIVIVE_UPDATE_TOKEN"]
    let isQuiet = quiet
    do {
      let request = ScreeningRequest(
        DataPlace(
          home: HomePlace(home), knowledge: KnowledgePlace(knowledge), watchlist: watchlist),
        policy: policy)
      let state = try ServiceState(request, settings) { line in
        if !isQuiet || !line.hasPrefix("request ") { Self.say("\(Timestamp.now) \(line)") }
      }
      if !insecureLocal { try Self.makeFirstKey(state) }
      let data = state.data
      Self.say(
        "\(Timestamp.now) serving \(data.watchlist.partyCount) listed parties of "
          + "\(data.datasets.leaves.count) lists, watchlist \(data.watchlist.digest.short)…")
      let (host, scheme) = (host, tlsCertificate == nil ? "http" : "https")
      try await HTTPServer(Dispatcher(state)).run { port in
        Self.say("\(Timestamp.now) listening on \(scheme)://\(host):\(port)")
        // The words are there at once for whoever asks.
        DispatchQueue.global(qos: .utility).async { _ = state.data.search() }
      }
      Self.say("\(Timestamp.now) stopped")
    } catch let failure as Failure {
      Self.say("error: \(failure.description)")
      if let help = failure.help { Self.say("help: \(help)") }
      throw ExitCode(failure.status.rawValue)
    } catch let problem as Problem {
      Self.say("error: \(problem.detail)")
      throw ExitCode(70)
    }
  }

  private static func makeFirstKey(_ state: ServiceState) throws {
    guard let made = try FirstKey.make(in: state.store) else { return }
    say("The administrator's key, shown this once: \(made)")
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
