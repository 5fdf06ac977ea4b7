import Foundation
import Glibc
import ListUpdates
import QuiviveTestKit
import Synchronization
import Testing

struct ListFetcherTests {
  /// A file of its own for one test, and what the fetcher waited.
  final class Place: Sendable {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }
    let waits = Mutex<[Int]>([])

    init() throws { temporary = try TemporaryFolder() }

    var path: String { folder.appendingPathComponent("list.xml").path }
    var content: [UInt8]? { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    func fetcher(hosts: Set<String> = [], _ change: (inout FetchLimits) -> Void = { _ in })
      -> ListFetcher
    {
      var limits = FetchLimits()
      limits.connectSeconds = 5
      limits.lowSpeedSeconds = 1
      limits.totalSeconds = 20
      change(&limits)
      return ListFetcher(
        limits: limits, redirectHosts: hosts,
        wait: { [self] seconds in waits.withLock { $0.append(seconds) } })
    }
  }

  static let body: [UInt8] = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

  @Test func `fetches a file whole, with its marks`() throws {
    let server = LoopbackServer { _, _ in
      .init(
        headers: ["ETag: \"one\"", "Last-Modified: Mon, 05 Jan 2026 10:00:00 GMT"], body: Self.body)
    }
    defer { server.stop() }
    let place = try Place()
    let seen = Mutex(0)
    let fetcher = ListFetcher(
      wait: { _ in },
      progress: { bytes, total in
        #expect(total == Self.body.count)
        seen.withLock { $0 = bytes }
      })
    let result = try fetcher.fetch(server.url("list.xml"), to: place.path)
    #expect(
      result
        == .fetched(
          Validators(etag: "\"one\"", lastModified: "Mon, 05 Jan 2026 10:00:00 GMT"),
          bytes: Self.body.count))
    #expect(place.content == Self.body)
    #expect(place.names == ["list.xml"])
    #expect(seen.withLock { $0 } == Self.body.count)
  }

  @Test func `asks only for what is new`() throws {
    let server = LoopbackServer { request, _ in
      request.headers["if-none-match"] == "\"one\""
        && request.headers["if-modified-since"] == "Mon, 05 Jan 2026 10:00:00 GMT"
        ? .init(status: 304) : .init(body: Self.body)
    }
    defer { server.stop() }
    let place = try Place()
    let known = Validators(etag: "\"one\"", lastModified: "Mon, 05 Jan 2026 10:00:00 GMT")
    #expect(try place.fetcher().fetch(server.url("a"), to: place.path, known: known) == .unchanged)
    #expect(place.names.isEmpty)
    let other = Validators(etag: "\"two\"", lastModified: nil)
    _ = try place.fetcher().fetch(server.url("a"), to: place.path, known: other)
    #expect(place.content == Self.body)
  }

  @Test func `goes on where an answer was cut off`() throws {
    let server = LoopbackServer { request, number in
      let headers = ["ETag: \"one\""]
      if number == 0 { return .init(headers: headers, body: Self.body, cutAfter: 70_000) }
      guard let range = request.headers["range"], request.headers["if-range"] == "\"one\"",
        let start = Int(range.dropFirst("bytes=".count).dropLast())
      else { return .init(status: 400) }
      let rest = Array(Self.body[start...])
      return .init(
        status: 206,
        headers: headers + [
          "Content-Range: bytes \(start)-\(Self.body.count - 1)/\(Self.body.count)"
        ],
        body: rest)
    }
    defer { server.stop() }
    let place = try Place()
    _ = try place.fetcher().fetch(server.url("a"), to: place.path)
    #expect(place.content == Self.body)
    #expect(server.requests.last?.headers["range"] == "bytes=70000-")
    #expect(place.names == ["list.xml"])
  }

  @Test func `goes on in another run too`() throws {
    let server = LoopbackServer { request, number in
      if number == 0 { return .init(headers: ["ETag: \"one\""], body: Self.body, cutAfter: 70_000) }
      let start = request.headers["range"] == "bytes=70000-" ? 70_000 : 0
      return .init(
        status: start == 0 ? 200 : 206,
        headers: ["Content-Range: bytes \(start)-199999/200000"], body: Array(Self.body[start...]))
    }
    defer { server.stop() }
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher { $0.attempts = 1 }.fetch(server.url("a"), to: place.path)
    }
    #expect(error?.reason == .truncated)
    #expect(place.content == nil)
    #expect(place.names == ["list.xml.part", "list.xml.part.json"])
    _ = try place.fetcher().fetch(server.url("a"), to: place.path)
    #expect(place.content == Self.body)
    #expect(server.requests.last?.headers["range"] == "bytes=70000-")
  }

  @Test(arguments: [false, true])
  func `begins anew when the publisher ignores ranges or has a new file`(_ isNew: Bool) throws {
    let fresh = isNew ? Array(Self.body.reversed()) : Self.body
    let server = LoopbackServer { _, number in
      number == 0
        ? .init(headers: ["ETag: \"one\""], body: Self.body, cutAfter: 70_000)
        : .init(headers: [isNew ? "ETag: \"two\"" : "ETag: \"one\""], body: fresh)
    }
    defer { server.stop() }
    let place = try Place()
    _ = try place.fetcher().fetch(server.url("a"), to: place.path)
    #expect(place.content == fresh)
  }

  @Test func `does not continue with another part than it asked for`() throws {
    let server = LoopbackServer { request, number in
      if number == 0 { return .init(headers: ["ETag: \"one\""], body: Self.body, cutAfter: 70_000) }
      guard request.headers["range"] != nil else { return .init(body: Self.body) }
      return .init(
        status: 206, headers: ["Content-Range: bytes 0-99/200000"], body: Array(Self.body[0..<100]))
    }
    defer { server.stop() }
    let place = try Place()
    _ = try place.fetcher().fetch(server.url("a"), to: place.path)
    #expect(place.content == Self.body)
  }

  @Test func `a part without a mark is not continued`() throws {
    let server = LoopbackServer { _, number in
      .init(body: Self.body, cutAfter: number == 0 ? 70_000 : nil)
    }
    defer { server.stop() }
    let place = try Place()
    _ = try place.fetcher().fetch(server.url("a"), to: place.path)
    #expect(server.requests.allSatisfy { $0.headers["range"] == nil })
    #expect(place.content == Self.body)
  }

  @Test func `waits longer each time, and as long as the publisher asks`() throws {
    let server = LoopbackServer { _, number in
      switch number {
      case 0: .init(status: 503)
      case 1: .init(status: 429, headers: ["Retry-After: 30"])
      case 2: .init(status: 500)
      default: .init(body: Self.body)
      }
    }
    defer { server.stop() }
    let place = try Place()
    _ = try place.fetcher().fetch(server.url("a"), to: place.path)
    #expect(place.content == Self.body)
    #expect(place.waits.withLock { $0 } == [2, 30, 8])
  }

  @Test func `gives up when the publisher asks for too long a wait`() throws {
    let server = LoopbackServer { _, _ in .init(status: 503, headers: ["Retry-After: 86400"]) }
    defer { server.stop() }
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher().fetch(server.url("a"), to: place.path)
    }
    #expect(error?.message.contains("86400 s") == true)
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [(404, 1), (403, 1), (500, 4), (503, 4), (418, 1)])
  func `an error of the publisher is said, and tried again when it may pass`(
    _ status: Int, _ tries: Int
  ) throws {
    let server = LoopbackServer { _, _ in .init(status: status, body: Array("<html>".utf8)) }
    defer { server.stop() }
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher().fetch(server.url("a?token=secret"), to: place.path)
    }
    #expect(error?.reason == .status(status))
    #expect(error?.message.contains("secret") == false)
    #expect(server.requests.count == tries)
    #expect(place.names.isEmpty)
  }

  @Test func `an answer that stalls is given up`() throws {
    let server = LoopbackServer { _, _ in .init(body: Self.body, stallAfter: 1000) }
    defer { server.stop() }
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher { $0.attempts = 1 }.fetch(server.url("a"), to: place.path)
    }
    #expect(error?.reason == .timeout)
    #expect(place.content == nil)
  }

  @Test func `more bytes than a list may have are refused, stated or not`() throws {
    for stated in [nil, 1_000_000_000_000] {
      let server = LoopbackServer { _, _ in .init(body: Self.body, statedLength: stated) }
      defer { server.stop() }
      let place = try Place()
      let error = #expect(throws: FetchError.self) {
        try place.fetcher { $0.bytes = 100_000 }.fetch(server.url("a"), to: place.path)
      }
      #expect(error?.reason == .tooLarge)
      #expect(place.names.isEmpty)
    }
  }

  @Test func `follows redirections to the same host, not without end`() throws {
    let server = LoopbackServer { request, _ in
      let step = Int(request.path) ?? 0
      return step < 4
        ? .init(status: 302, headers: ["Location: /\(step + 1)"]) : .init(body: Self.body)
    }
    defer { server.stop() }
    let place = try Place()
    _ = try place.fetcher().fetch(server.url("0"), to: place.path)
    #expect(place.content == Self.body)
    let error = #expect(throws: FetchError.self) {
      try place.fetcher { $0.redirects = 2 }.fetch(server.url("0"), to: place.path)
    }
    #expect(error?.reason == .redirect)
  }

  @Test(arguments: [
    "http://localhost.example.org/x", "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://a/b",
  ])
  func `does not follow to another host or scheme`(_ target: String) throws {
    let server = LoopbackServer { _, _ in .init(status: 301, headers: ["Location: \(target)"]) }
    defer { server.stop() }
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher().fetch(server.url("a"), to: place.path)
    }
    #expect(error?.reason == .redirect)
  }

  @Test func `follows to a host that was allowed`() throws {
    let server = LoopbackServer { request, _ in
      request.path == "a"
        ? .init(
          status: 307,
          headers: [
            "Location: http://localhost:\(request.headers["host"]?.split(separator: ":").last ?? "")/b"
          ])
        : .init(body: Self.body)
    }
    defer { server.stop() }
    let place = try Place()
    #expect(throws: FetchError.self) {
      try place.fetcher().fetch(server.url("a"), to: place.path)
    }
    _ = try place.fetcher(hosts: ["localhost"]).fetch(server.url("a"), to: place.path)
    #expect(place.content == Self.body)
  }

  @Test(arguments: [
    "file:///etc/passwd", "", "example.org/x", "https://user@example.org/", "http://",
  ])
  func `fetches from http and https addresses only`(_ address: String) throws {
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher().fetch(address, to: place.path)
    }
    #expect(error?.reason == .address)
  }

  @Test func `a publisher that is not there is tried again and said`() throws {
    let server = LoopbackServer { _, _ in .init() }
    server.stop()
    let place = try Place()
    let error = #expect(throws: FetchError.self) {
      try place.fetcher().fetch(server.url("a"), to: place.path)
    }
    #expect(error?.reason == .connection)
    #expect(place.waits.withLock { $0 } == [2, 4, 8])
  }
}
