import CCurl
import Glibc

/// What came of one attempt to deliver.
public struct WebhookAnswer: Hashable, Sendable {
  /// What it means for the delivery.
  public enum Outcome: Hashable, Sendable {
    case delivered
    /// To be tried again; after so many seconds, where the endpoint says so.
    case failed(retryAfter: Int?)
    /// The endpoint says that it wants no more (410): a person has to look.
    case refused
  }

  public let outcome: Outcome
  /// In words, without address or body.
  public let text: String
}

/// Sends a document to an endpoint, signed as Standard Webhooks has it.
///
/// Whoever gets a message twice tells by its id, which stays the same over all attempts.
public enum WebhookSender {
  /// One attempt. Redirections are not followed; what the endpoint answers besides its status is
  /// not kept.
  ///
  /// - Parameters:
  ///   - id: of the message; stable.
  ///   - timestamp: the second of this attempt; receivers refuse old ones.
  public static func send(
    _ body: [UInt8], id: String, timestamp: Int, to endpoint: WebhookEndpoint
  ) -> WebhookAnswer {
    guard let curl = curl_easy_init() else { return failure("libcurl could not begin") }
    defer { curl_easy_cleanup(curl) }
    let signatures = endpoint.secrets.map {
      $0.signature(id: id, timestamp: timestamp, body: body)
    }
    var headers: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(headers) }
    for line in [
      "content-type: application/json", "webhook-id: \(id)", "webhook-timestamp: \(timestamp)",
      "webhook-signature: \(signatures.joined(separator: " "))", "expect:",
    ] {
      headers = curl_slist_append(headers, line)
    }
    func set(_ option: CURLoption, _ value: Int) {
      _ = quivive_curl_set_long(curl, option, value)
    }
    _ = quivive_curl_set_string(curl, CURLOPT_URL, endpoint.address)
    _ = quivive_curl_set_string(curl, CURLOPT_USERAGENT, "quivive (alerts)")
    _ = quivive_curl_set_string(curl, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = quivive_curl_set_pointer(curl, CURLOPT_HTTPHEADER, headers)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_TIMEOUT, endpoint.timeout)
    set(CURLOPT_CONNECTTIMEOUT, endpoint.timeout)
    _ = quivive_curl_set_write(curl, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    let code = body.withUnsafeBytes { bytes in
      set(CURLOPT_POST, 1)
      _ = quivive_curl_set_offset(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
      // libcurl reads the bytes while it performs, and does not write them.
      _ = quivive_curl_set_pointer(
        curl, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      return curl_easy_perform(curl)
    }
    guard code == CURLE_OK else { return failure(String(cString: curl_easy_strerror(code))) }
    var status = 0
    _ = quivive_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
    var wait: curl_off_t = 0
    _ = quivive_curl_get_offset(curl, CURLINFO_RETRY_AFTER, &wait)
    switch status {
    case 200...299: return WebhookAnswer(outcome: .delivered, text: "HTTP \(status)")
    case 410: return WebhookAnswer(outcome: .refused, text: "HTTP 410: it wants no more")
    default:
      return WebhookAnswer(
        outcome: .failed(retryAfter: wait > 0 ? Int(wait) : nil), text: "HTTP \(status)")
    }
  }

  private static func failure(_ text: String) -> WebhookAnswer {
    WebhookAnswer(outcome: .failed(retryAfter: nil), text: text)
  }
}
