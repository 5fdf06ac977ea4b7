import FileFormats
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import UnixSignals

/// The service on the wire: takes requests, runs them beside the event loop, drains on SIGTERM.
package struct HTTPServer: Sendable {
  package let dispatcher: Dispatcher

  package init(_ dispatcher: Dispatcher) { self.dispatcher = dispatcher }

  /// Serves until it is told to stop.
  ///
  /// - Parameter started: called with the port once requests are taken.
  package func run(started: @escaping @Sendable (Int) -> Void) async throws {
    let settings = dispatcher.state.settings
    let responder = Responder(dispatcher: dispatcher)
    var logger = Logger(label: "quivive")
    logger.logLevel = .warning
    let idle = HTTP1Channel.Configuration(idleTimeout: .seconds(60))
    let server: HTTPServerBuilder
    if let certificate = settings.certificate, let key = settings.privateKey {
      server = try .tls(
        .http1(configuration: idle),
        tlsConfiguration: .makeServerConfiguration(
          certificateChain: NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
          privateKey: .privateKey(NIOSSLPrivateKey(file: key, format: .pem))))
    } else {
      server = .http1(configuration: idle)
    }
    let application = Application(
      responder: responder, server: server,
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in started(channel.localAddress?.port ?? settings.port) },
      logger: logger)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: application), .init(service: Reloading(state: dispatcher.state)),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
  }
}

/// Puts a new watchlist in service when one appears in the home, and on SIGHUP.
private struct Reloading: Service {
  let state: ServiceState

  func run() async throws {
    let hangUp = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global())
    signal(SIGHUP, SIG_IGN)
    let state = state
    hangUp.setEventHandler { _ = try? state.reload() }
    hangUp.resume()
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(2))
        if state.isBehind() {
          await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
              _ = try? state.reload()
              continuation.resume()
            }
          }
        }
      }
    }
    hangUp.cancel()
  }
}

/// Hands requests of the HTTP library to the dispatcher.
private struct Responder: HTTPResponder {
  typealias Context = BasicRequestContext
  let dispatcher: Dispatcher
  private let work = WorkQueue(
    threads: ProcessInfo.processInfo.activeProcessorCount,
    most: 64 * ProcessInfo.processInfo.activeProcessorCount)

  init(dispatcher: Dispatcher) { self.dispatcher = dispatcher }

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    var headers: [String: String] = [:]
    for field in request.headers {
      let name = field.name.canonicalName
      headers[name] = headers[name].map { "\($0), \(field.value)" } ?? field.value
    }
    if headers["host"] == nil { headers["host"] = request.head.authority }
    var wire = WireRequest(
      request.method.rawValue, request.uri.string, headers: headers,
      peer: context.channelPeer ?? "-")
    if request.method == .options { return Self.preflight(headers) }
    let limit = dispatcher.bodyLimit(wire)
    do {
      let buffer = try await request.body.collect(upTo: limit + 1)
      wire.body = Array(buffer.readableBytesView)
    } catch {
      wire.body = Array(repeating: 0, count: limit + 1)
    }
    let (dispatcher, sent) = (dispatcher, wire)
    let answer: Answer
    do {
      answer = try await work.run { Self.packed(dispatcher.answer(sent), sent) }
    } catch {
      answer = Answer(
        503, type: "application/problem+json", Problem(error).json.compact
      ).with("retry-after", "1")
    }
    return Self.response(answer, isHead: request.method == .head)
  }

  /// Compressed where the caller takes it and it is worth it.
  private static func packed(_ answer: Answer, _ request: WireRequest) -> Answer {
    guard answer.body.count >= 500, answer.stream == nil,
      request.headers["accept-encoding"]?.contains("gzip") == true,
      !answer.headers.contains(where: { $0.0 == "content-encoding" })
    else { return answer }
    var packed = answer
    packed.body = Gzip.compress(answer.body)
    packed.headers += [("content-encoding", "gzip"), ("vary", "accept-encoding")]
    return packed
  }

  private static func preflight(_ headers: [String: String]) -> Response {
    var fields = HTTPFields()
    fields[.accessControlAllowOrigin] = headers["origin"] ?? "*"
    fields[.accessControlAllowMethods] = "GET, POST, PUT, PATCH, DELETE, OPTIONS"
    fields[.accessControlAllowHeaders] =
      headers["access-control-request-headers"] ?? "authorization, content-type"
    fields[.accessControlAllowCredentials] = "true"
    fields[.accessControlMaxAge] = "600"
    return Response(status: .noContent, headers: fields)
  }

  private static func response(_ answer: Answer, isHead: Bool) -> Response {
    var fields = HTTPFields()
    fields[.contentType] = answer.type
    for (name, value) in answer.headers {
      guard let field = HTTPField.Name(name) else { continue }
      fields.append(HTTPField(name: field, value: value))
    }
    let status = HTTPResponse.Status(code: answer.status)
    if let stream = answer.stream, !isHead {
      let (chunks, sink) = AsyncStream.makeStream(of: [UInt8].self)
      DispatchQueue.global().async {
        stream { sink.yield($0) }
        sink.finish()
      }
      return Response(
        status: status, headers: fields,
        body: ResponseBody { writer in
          for await chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
          try await writer.finish(nil)
        })
    }
    return Response(
      status: status, headers: fields,
      body: isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}

extension BasicRequestContext {
  fileprivate var channelPeer: String? { nil }
}
