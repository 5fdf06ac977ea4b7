import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import QuiviveTestKit
import SQLiteStore
import Synchronization
import TradeModel
import Workplace

@testable import WebService

/// A service over the starter list in a home of its own, asked without a network.
final class RunningService: Sendable {
  let state: ServiceState
  let dispatcher: Dispatcher
  private let folder: TemporaryFolder
  private let secrets: [AccessRole: String]

  /// Shared by tests that change nothing another test looks at.
  static let shared = Result { try RunningService() }

  init(_ change: (inout ServiceState.Settings) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    var settings = ServiceState.Settings()
    settings.updateToken = "a token"
    change(&settings)
    let request = ScreeningRequest(
      DataPlace(
        home: HomePlace(folder.url.path), knowledge: KnowledgePlace(TestFiles.root + "/Knowledge")),
      policy: "balanced")
    state = try ServiceState(request, settings) { _ in }
    dispatcher = Dispatcher(state)
    let administrator = try Self.actor("Root")
    var secrets: [AccessRole: String] = [:]
    for role in AccessRole.allCases {
      let secret = AccessKey.newSecret()
      _ = try state.store.createKey(
        secret: secret, holder: try Self.actor("A \(role.rawValue)"), role: role, expires: nil,
        by: administrator, at: .now)
      secrets[role] = secret
    }
    self.secrets = secrets
  }

  static func actor(_ name: String) throws -> Decisions.Actor {
    guard let actor = Actor(name) else { throw CocoaError(.formatting) }
    return actor
  }

  func secret(_ role: AccessRole) -> String { secrets[role] ?? "" }

  func send(
    _ method: String, _ target: String, as role: AccessRole? = .administrator,
    _ body: String = "", headers: [String: String] = [:]
  ) -> Answer {
    var headers = headers
    if let role { headers["authorization"] = "ApiKey \(secret(role))" }
    return dispatcher.answer(
      WireRequest(method, target, headers: headers, body: Array(body.utf8)))
  }

  func json(
    _ method: String, _ target: String, as role: AccessRole? = .administrator, _ body: String = "",
    headers: [String: String] = [:]
  ) throws -> JSONValue {
    try JSONParser.parse(send(method, target, as: role, body, headers: headers).body)
  }

  /// The machining-centre transaction of the examples.
  static func example(_ name: String = "01-machining-centre-through-third-country") -> String {
    String(
      decoding: TestFiles.bytes(at: TestFiles.root + "/Examples/\(name).json") ?? [], as: UTF8.self)
  }
}

extension Answer {
  var text: String { String(decoding: body, as: UTF8.self) }

  func header(_ name: String) -> String? { headers.last { $0.0 == name }?.1 }
}
