import Decisions
import FileFormats
import KnowledgeBase
package import ListArchive
package import SQLiteStore
import Synchronization
import TradeModel
import Watchlist
package import Workplace

/// What the service runs on, shared by all requests.
package final class ServiceState: Sendable {
  /// How it runs.
  package struct Settings: Sendable {
    package var host = "127.0.0.1"
    package var port = 8000
    /// Nobody needs a key; on loopback only.
    package var isInsecureLocal = false
    /// The address under which callers reach it, where a proxy stands before it.
    package var publicAddress: String?
    /// Requests a second and key, on average; 0 for no limit.
    package var rate = 0
    /// The token that `POST /updatez` asks for; `nil` closes it.
    package var updateToken: String?
    package var certificate: String?
    package var privateKey: String?
    package var policy = "balanced"

    package init() {}
  }

  package let settings: Settings
  package let request: ScreeningRequest
  package let home: ArchiveHome
  package let store: Store
  /// Signs what leaves the house.
  package let signing: OpenStore
  package let operations: [Operation]
  package let metrics = ServiceMetrics()
  package let sessions = PageSessions()
  package let limiter: RateLimiter
  private let current: Mutex<ServingData>
  private let reloading = Mutex(false)
  /// Takes lines for people.
  package let notes: @Sendable (String) -> Void

  /// Opens the store and loads lists and knowledge.
  package init(
    _ request: ScreeningRequest, _ settings: Settings, notes: @escaping @Sendable (String) -> Void
  ) throws {
    self.request = request
    self.settings = settings
    self.notes = notes
    signing = try OpenStore(request.data.home)
    home = signing.home
    store = signing.store
    current = Mutex(try ServingData(request, notes: notes))
    operations = Operations.all
    limiter = RateLimiter(perSecond: settings.rate)
  }

  /// What is in service now.
  package var data: ServingData { current.withLock { $0 } }

  /// Loads what lies in the home now and puts it in service; what served before serves on when that fails.
  ///
  /// - Returns: whether another watchlist serves now.
  @discardableResult
  package func reload() throws -> Bool {
    let isAlone = reloading.withLock { isBusy in
      defer { isBusy = true }
      return !isBusy
    }
    guard isAlone else { return false }
    defer { reloading.withLock { $0 = false } }
    do {
      let fresh = try ServingData(request, notes: notes)
      let before = data
      guard
        fresh.watchlist.digest != before.watchlist.digest
          || fresh.knowledge.digest != before.knowledge.digest
      else { return false }
      current.withLock { $0 = fresh }
      metrics.count("quivive_reloads_total", [("result", "ok")])
      notes("in service: watchlist \(fresh.watchlist.digest.short)…")
      return true
    } catch {
      metrics.count("quivive_reloads_total", [("result", "refused")])
      notes("the new watchlist is refused, the last one serves on: \(error)")
      throw error
    }
  }

  /// Whether another watchlist lies in the home than the one in service.
  package func isBehind() -> Bool {
    guard request.data.watchlist == nil, let archive = try? request.data.home.archive(),
      let kept = try? archive.watchlist()
    else { return false }
    return kept.digest != data.watchlist.digest
  }

  /// The address to put into links: the one stated, or the one that was called.
  package func publicAddress(_ call: Call) -> String {
    if let stated = settings.publicAddress { return stated }
    let scheme = settings.certificate == nil ? "http" : "https"
    return "\(scheme)://\(call.headers["host"] ?? "\(settings.host):\(settings.port)")"
  }

  /// Writes into the audit trail that somebody read personal data.
  package func recordRead(_ call: Call) throws {
    let about = call.operation.pathNames.map { call.parameter($0) }.joined(separator: "/")
    _ = try store.append(
      [
        AuditDraft(
          kind: "access.read", subject: "access/\(call.operation.id)",
          body: .members([
            "operation": .string(call.operation.id), "about": .string(about),
            "key": call.caller.key.map { .string($0) },
          ]))
      ], by: call.caller.actor, at: .now)
  }
}
