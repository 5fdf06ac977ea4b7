import Decisions
package import SQLiteStore
import TradeModel
import Workplace

/// The key that the first start makes, so that there is somebody who can make others.
package enum FirstKey {
  /// The secret, shown once; `nil` where there are keys already.
  package static func make(in store: Store) throws -> String? {
    guard try store.keys().isEmpty, let holder = Actor("administrator") else { return nil }
    let secret = AccessKey.newSecret()
    _ = try store.createKey(
      secret: secret, holder: holder, role: .administrator, expires: nil, by: holder, at: .now)
    return secret
  }
}
