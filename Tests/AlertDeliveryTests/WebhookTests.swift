import AlertDelivery
import Testing

struct WebhookTests {
  /// The example of the specification's reference implementations.
  @Test func `signs as the standard's example is signed`() throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secret.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
      body: Array(#"{"test": 2432232314}"#.utf8))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test(arguments: [
    "", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_!!", "whsec_c2hvcnQ=",
  ])
  func `what is no secret of the standard is refused`(_ text: String) {
    #expect(WebhookSecret(text) == nil)
  }

  @Test func `a secret is not printed, and a file may hold two`() throws {
    let one = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    let secrets = try #require(WebhookSecret.secrets(in: "\(one)\n  \(one) \n\n"))
    #expect(secrets.count == 2)
    #expect(!"\(secrets[0])".contains("MfKQ"))
    #expect(WebhookSecret.secrets(in: "\(one)\nwrong\n") == nil)
    #expect(WebhookSecret.secrets(in: "\n") == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let address: String
    let isTaken: Bool
    var testDescription: String { address }
  }

  @Test(arguments: [
    Case(address: "https://example.org/hook", isTaken: true),
    Case(address: "http://127.0.0.1:8080/hook", isTaken: true),
    Case(address: "http://localhost/hook", isTaken: true),
    Case(address: "http://[::1]:80/", isTaken: true),
    Case(address: "http://example.org/hook", isTaken: false),
    Case(address: "http://127.0.0.1.example.org/", isTaken: false),
    Case(address: "https://user:password@example.org/", isTaken: false),
    Case(address: "ftp://127.0.0.1/", isTaken: false),
    Case(address: "file:///etc/passwd", isTaken: false),
    Case(address: "", isTaken: false),
  ])
  func `only https goes out of the machine`(_ case: Case) throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let endpoint = WebhookEndpoint(name: "x", address: `case`.address, secrets: [secret])
    #expect((endpoint != nil) == `case`.isTaken)
  }
}
