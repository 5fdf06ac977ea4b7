import FileFormats
package import SQLiteStore
import Synchronization
package import TradeModel

/// Who is signed in at a browser. Kept in memory alone: who was signed in when the service stops signs in
/// again.
package final class PageSessions: Sendable {
  package struct Session: Sendable {
    /// The key with which the person signed in; it is asked again at every request.
    package let key: AccessKey
    package let formToken: String
    package let ends: Timestamp
  }

  private let sessions = Mutex<[Digest: Session]>([:])
  /// How long, in seconds.
  package static let length = 8 * 3600
  package static let cookie = "quivive_session"

  package init() {}

  /// Begins a session; returns the token for the cookie. Only its hash is kept.
  package func begin(_ key: AccessKey, at time: Timestamp) -> String {
    let token = AccessKey.newSecret()
    let session = Session(
      key: key, formToken: AccessKey.newSecret(),
      ends: Timestamp(seconds: time.seconds + Self.length))
    sessions.withLock { sessions in
      sessions = sessions.filter { $0.value.ends > time }
      sessions[AccessKey.hash(ofSecret: token)] = session
    }
    return token
  }

  package func session(_ token: String, at time: Timestamp) -> Session? {
    let found = sessions.withLock { $0[AccessKey.hash(ofSecret: token)] }
    return found.flatMap { $0.ends > time ? $0 : nil }
  }

  package func end(_ token: String) {
    sessions.withLock { $0[AccessKey.hash(ofSecret: token)] = nil }
  }
}
