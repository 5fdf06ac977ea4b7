import CLibXML2

/// Puts libxml2's calls together into events: the state behind ``XMLRecordReader``.
///
/// A class because libxml2 calls back with a pointer to it.
final class XMLEventBuilder {
  /// Elements nested deeper than this are refused: no list goes beyond ten levels, and below 256
  /// libxml2 has its own stop.
  static let depthLimit = 64

  /// An element whose end has not been seen.
  private struct Frame {
    let name: String
    let attributes: [(name: String, value: String)]
    var children: [XMLNode] = []
    var text = ""
    let line: Int
    let start: Int
  }

  var parser: xmlParserCtxtPtr?
  var isRecord: ((String, Int) -> Bool)?
  /// Our own reason to stop.
  private(set) var refusal: FileFormatError?
  /// The first breach of well-formedness.
  private(set) var fault: (message: String, line: Int, isOfReference: Bool)?
  private(set) var isRootClosed = false

  private var events: [XMLRecordReader.Event] = []
  private var taken = 0
  private var depth = 0
  /// The chosen element and its open descendants.
  private var frames: [Frame] = []
  /// Character data since the last tag, inside a record.
  private var text: [UInt8] = []
  /// Names by libxml2's own pointer, which stays the same for the same name: one slot each, the last
  /// comer stays.
  private var names: [(pointer: UnsafePointer<xmlChar>?, name: String)] =
    Array(repeating: (nil, ""), count: 256)

  func takeEvent() -> XMLRecordReader.Event? {
    guard taken < events.count else { return nil }
    let event = events[taken]
    taken += 1
    if taken == events.count {
      events.removeAll(keepingCapacity: true)
      taken = 0
    }
    return event
  }

  // MARK: - What libxml2 calls

  /// The table of calls, for one parser or many.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC
    handler.internalSubset = { context, _, _, _ in
      XMLEventBuilder.of(context)?.refuse(.forbidden, "document type declarations are refused")
    }
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      XMLEventBuilder.of(context)?
        .open(name, namespace: namespace, attributes: attributes, count: Int(count))
    }
    handler.endElementNs = { context, _, _, _ in XMLEventBuilder.of(context)?.close() }
    handler.characters = { context, text, count in
      XMLEventBuilder.of(context)?.add(text, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { context, error in XMLEventBuilder.of(context)?.note(error) }
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEventBuilder? {
    context.map { Unmanaged<XMLEventBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func refuse(_ reason: FileFormatError.Reason, _ message: String) {
    if refusal == nil { refusal = FileFormatError(reason, message, line: line) }
    xmlStopParser(parser)
  }

  private func note(_ error: xmlErrorPtr?) {
    guard let error, fault == nil, error.pointee.level == XML_ERR_FATAL else { return }
    let message = error.pointee.message.map { String(cString: $0) } ?? "not well-formed XML"
    fault = (Self.sentence(message), max(1, Int(error.pointee.line)), message.contains("EntityRef"))
  }

  private func open(
    _ name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard refusal == nil, let name else { return }
    guard depth < Self.depthLimit else {
      return refuse(.limit, "elements are nested deeper than \(Self.depthLimit)")
    }
    let element = interned(name)
    defer { depth += 1 }
    if frames.isEmpty, isRecord?(element, depth) != true {
      events.append(
        .open(
          XMLRecordReader.Opening(
            name: element, attributes: values(attributes, count), depth: depth, line: line,
            namespace: namespace.map { String(cString: $0) })))
      return
    }
    flushText()
    frames.append(
      Frame(
        name: element, attributes: values(attributes, count), line: line,
        start: frames.isEmpty ? consumed : 0))
  }

  private func close() {
    guard refusal == nil else { return }
    depth -= 1
    if depth == 0 { isRootClosed = true }
    flushText()
    guard let frame = frames.popLast() else { return }
    let isWhole = frames.isEmpty
    let node = XMLNode(
      name: frame.name, attributes: frame.attributes, children: frame.children, text: frame.text,
      line: frame.line, range: isWhole ? frame.start..<max(frame.start, consumed) : nil)
    if isWhole {
      events.append(.record(node, depth: depth))
    } else {
      frames[frames.count - 1].children.append(node)
    }
  }

  private func add(_ characters: UnsafePointer<xmlChar>?, _ count: Int) {
    guard !frames.isEmpty else { return }
    text.append(contentsOf: UnsafeBufferPointer(start: characters, count: count))
  }

  // MARK: - Help

  private func flushText() {
    guard !text.isEmpty else { return }
    defer { text.removeAll(keepingCapacity: true) }
    guard !frames.isEmpty else { return }
    let isBlank = text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    if isBlank, frames[frames.count - 1].text.isEmpty { return }
    frames[frames.count - 1].text += String(decoding: text, as: UTF8.self)
  }

  /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  private func values(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [(name: String, value: String)] {
    guard let pointers, count > 0 else { return [] }
    var attributes: [(name: String, value: String)] = []
    attributes.reserveCapacity(count)
    for index in 0..<count {
      guard let name = pointers[5 * index], let begin = pointers[5 * index + 3],
        let end = pointers[5 * index + 4]
      else { continue }
      let value = String(
        decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
      attributes.append((interned(name), value))
    }
    return attributes
  }

  private func interned(_ pointer: UnsafePointer<xmlChar>) -> String {
    let address = UInt(bitPattern: pointer)
    let slot = Int((address ^ (address >> 8)) & 255)
    if names[slot].pointer == pointer { return names[slot].name }
    let name = String(cString: pointer)
    names[slot] = (pointer, name)
    return name
  }

  private var line: Int { parser?.pointee.input.map { Int($0.pointee.line) } ?? 1 }
  /// Whether the document is in another encoding than UTF-8.
  var isDecoding: Bool { parser?.pointee.input?.pointee.buf?.pointee.encoder != nil }
  /// Bytes of the document read so far; meaningless where it has to be decoded.
  private var consumed: Int { max(0, xmlByteConsumed(parser)) }

  /// libxml2's message in our form: one line, lower case first, no full stop.
  private static func sentence(_ message: String) -> String {
    var text = message.foldingWhitespace()
    while text.hasSuffix(".") { text.removeLast() }
    let isWord = text.dropFirst().first?.isLowercase ?? false
    return isWord ? text.prefix(1).lowercased() + text.dropFirst() : text
  }
}
