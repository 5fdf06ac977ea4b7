import Foundation
import Glibc
import Synchronization

/// A small HTTP/1.1 server on the loopback interface that answers as a test says: one request a
/// connection.
///
/// A class because it owns a socket and the thread that serves it.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    let path: String
    /// Names in lower case.
    let headers: [String: String]
  }

  struct Response: Sendable {
    var status = 200
    var headers: [String] = []
    var body: [UInt8] = []
    /// What `Content-Length` says, where it is not the truth.
    var statedLength: Int?
    /// How many bytes of the body go out before the connection is closed.
    var cutAfter: Int?
    /// How many bytes of the body go out before nothing more comes.
    var stallAfter: Int?
  }

  let port: UInt16
  private let descriptor: Int32
  private let seen = Mutex<[Request]>([])
  private let isOpen = Mutex(true)

  /// - Parameter answer: the answer to a request, and to which one it is, from 0.
  init(_ answer: @escaping @Sendable (Request, Int) -> Response) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    precondition(bound, "no loopback socket")
    self.descriptor = descriptor
    port = UInt16(bigEndian: address.sin_port)
    let thread = Thread { [self] in serve(answer) }
    thread.start()
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

  var requests: [Request] { seen.withLock { $0 } }

  /// Ends the service; further connections are refused.
  func stop() {
    let wasOpen = isOpen.withLock { open in
      defer { open = false }
      return open
    }
    guard wasOpen else { return }
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  private func serve(_ answer: @escaping @Sendable (Request, Int) -> Response) {
    while true {
      let client = accept(descriptor, nil, nil)
      guard client >= 0 else { return }
      if let request = Self.read(client) {
        let number = seen.withLock { requests in
          requests.append(request)
          return requests.count - 1
        }
        send(answer(request, number), to: client)
      }
      close(client)
    }
  }

  private static func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = recv(client, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      bytes += chunk[0..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    guard let first = lines.first?.split(separator: " "), first.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(
        line[line.index(after: colon)...].drop { $0 == " " })
    }
    return Request(path: String(first[1].dropFirst()), headers: headers)
  }

  private func send(_ response: Response, to client: Int32) {
    var head = "HTTP/1.1 \(response.status) Test\r\nConnection: close\r\n"
    head += "Content-Length: \(response.statedLength ?? response.body.count)\r\n"
    for header in response.headers { head += header + "\r\n" }
    let end = min(response.cutAfter ?? .max, response.stallAfter ?? .max, response.body.count)
    let bytes = Array((head + "\r\n").utf8) + response.body[0..<end]
    var position = 0
    while position < bytes.count {
      let count = bytes[position...].withUnsafeBytes {
        Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      position += count
    }
    guard response.stallAfter != nil else { return }
    // Nothing more comes until the other side has had enough.
    var byte: UInt8 = 0
    _ = recv(client, &byte, 1, 0)
  }
}
