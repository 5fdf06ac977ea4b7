import FileFormats
import Foundation

/// A secret that an endpoint shares with us, and the signatures made with it.
///
/// Source: Standard Webhooks, specification of 2024, sections "Signature scheme" and "Webhook
/// metadata": https://www.standardwebhooks.com.
public struct WebhookSecret: Hashable, Sendable {
  private let key: [UInt8]

  /// Reads `whsec_` and the key in Base64. `nil` for anything else, and for a key of fewer than 24 or
  /// more than 64 bytes, as the specification wants it.
  public init?(_ text: String) {
    let prefix = "whsec_"
    guard text.hasPrefix(prefix),
      let data = Data(base64Encoded: String(text.dropFirst(prefix.count))),
      (24...64).contains(data.count)
    else { return nil }
    key = [UInt8](data)
  }

  /// Reads the secrets of a file, one a line: the present one, and while receivers change over, the
  /// one before it.
  public static func secrets(in file: String) -> [WebhookSecret]? {
    let lines = file.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let secrets = lines.filter { !$0.isEmpty }.map { WebhookSecret($0) }
    return secrets.isEmpty || secrets.contains(nil) ? nil : secrets.compactMap(\.self)
  }

  /// `v1,` and the code in Base64, over the id, the second and the body with full stops between.
  public func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
    let code = HMACSHA256.code(of: Array("\(id).\(timestamp).".utf8) + body, key: key)
    return "v1," + Data(code).base64EncodedString()
  }
}

extension WebhookSecret: CustomStringConvertible {
  /// A secret is not printed.
  public var description: String { "whsec_…" }
}
