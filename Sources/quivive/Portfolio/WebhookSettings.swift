import AlertDelivery
import FileFormats
import Foundation
import ListArchive
import Workplace

/// The endpoints that a home's settings name.
///
/// ```json
/// {"webhooks": [{"name": "queue", "url": "https://…", "secret_file": "keys/queue.whsec",
///                "timeout_seconds": 20, "first_delay_seconds": 5, "attempts": 20}]}
/// ```
///
/// The secret stands in a file of its own that only its owner may read: `whsec_` and the key in Base64.
struct WebhookSettings {
  let endpoints: [WebhookEndpoint]

  init(of home: ArchiveHome) throws {
    guard FileManager.default.fileExists(atPath: home.settings.path) else {
      endpoints = []
      return
    }
    func fault(_ what: String) -> Failure {
      Failure(.badInput, "`\(home.settings.path)`: \(what)", help: "correct the file")
    }
    let json: JSONValue
    do {
      json = try JSONParser.parse(InputFile.bytes(at: home.settings.path))
    } catch let error as FileFormatError {
      throw fault(error.description)
    }
    guard let stated = json["webhooks"] else {
      endpoints = []
      return
    }
    guard let entries = stated.array else { throw fault("`webhooks` must be a list") }
    var endpoints: [WebhookEndpoint] = []
    for entry in entries {
      let known: Set = [
        "name", "url", "secret_file", "timeout_seconds", "first_delay_seconds", "attempts",
      ]
      if let other = entry.object?.first(where: { !known.contains($0.name) }) {
        throw fault("unknown setting `\(other.name)` of a webhook")
      }
      guard let name = entry["name"]?.string, !name.isEmpty,
        !endpoints.contains(where: { $0.name == name })
      else { throw fault("every webhook needs a `name` of its own") }
      guard let file = entry["secret_file"]?.string else {
        throw fault("webhook `\(name)` has no `secret_file`")
      }
      let url = URL(fileURLWithPath: file, relativeTo: home.url)
      guard let bytes = try Failure.from({ try SecretFile.bytes(at: url) }) else {
        throw Failure(
          .missingFile, "the secret of webhook `\(name)`, `\(url.path)`, is missing",
          help: "make one with `(umask 077; echo whsec_$(openssl rand -base64 32) > FILE)`")
      }
      guard let secrets = WebhookSecret.secrets(in: String(decoding: bytes, as: UTF8.self)) else {
        throw Failure(
          .badInput, "`\(url.path)` holds no secret: `whsec_` and 24 to 64 bytes in Base64")
      }
      var schedule = RetrySchedule()
      schedule.firstDelay = entry["first_delay_seconds"]?.int ?? schedule.firstDelay
      schedule.attempts = entry["attempts"]?.int ?? schedule.attempts
      guard
        let endpoint = WebhookEndpoint(
          name: name, address: entry["url"]?.string ?? "", secrets: secrets,
          timeout: entry["timeout_seconds"]?.int ?? WebhookEndpoint.standardTimeout,
          schedule: schedule)
      else {
        throw fault(
          "webhook `\(name)` needs a `url` that is https, or http on this machine, and numbers above 0"
        )
      }
      endpoints.append(endpoint)
    }
    self.endpoints = endpoints
  }
}
