import CLibXML2

/// Streams an XML document and hands out chosen elements whole, one at a time.
///
/// The document is never held as a tree: only the element in hand is. Document type declarations
/// are refused, so there are no external entities and no entity bombs; nothing is fetched. Names are
/// local names, because publishers change namespaces.
///
/// Parsing by libxml2's reader. A class because it owns that reader; not for use from two threads.
public final class XMLRecordReader {
  /// What stood at the start tag of an element above the records.
  public struct Opening: Sendable {
    public let name: String
    public let attributes: [(name: String, value: String)]
    /// 0 for the root.
    public let depth: Int
    public let line: Int
    public subscript(attribute name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }
  }

  public enum Event: Sendable {
    /// An element that was not chosen; its children follow as events.
    case open(Opening)
    /// A chosen element, whole.
    case record(XMLNode, depth: Int)
  }

  private let byteCount: Int
  private let storage: UnsafeMutableBufferPointer<CChar>
  private let reader: xmlTextReaderPtr?
  private var failure: FileFormatError?
  private var ended = false

  /// Elements nested deeper than this inside a record are refused.
  private static let depthLimit = 64

  public init(_ bytes: [UInt8]) {
    byteCount = bytes.count
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
    bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(copy).copyMemory(from: $0) }
    storage = copy
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_HUGE.rawValue | XML_PARSE_NOCDATA.rawValue)
    reader = xmlReaderForMemory(
      storage.baseAddress, Int32(clamping: bytes.count), nil, nil, options)
  }

  deinit {
    xmlFreeTextReader(reader)
    storage.deallocate()
  }

  /// Returns the next event, or `nil` at the end of a well-formed document.
  ///
  /// - Parameter isRecord: whether the element of this name at this depth (root = 0) is wanted whole.
  /// - Throws: `truncated` when the document ends inside an element, `forbidden` for a document type
  ///   declaration, `malformed` otherwise; each with the line.
  public func next(
    isRecord: (_ name: String, _ depth: Int) -> Bool
  ) throws(FileFormatError) -> Event? {
    if let failure { throw failure }
    if ended { return nil }
    while true {
      let status = skipping ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader)
      skipping = false
      guard status == 1 else {
        ended = true
        if status == 0 { return nil }
        let error = currentFailure()
        failure = error
        throw error
      }
      let type = xmlTextReaderNodeType(reader)
      if type == Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue) {
        throw refuse(.forbidden, "document type declarations are refused")
      }
      guard type == Int32(XML_READER_TYPE_ELEMENT.rawValue) else { continue }
      let depth = Int(xmlTextReaderDepth(reader))
      let name = Self.string(xmlTextReaderConstLocalName(reader))
      guard isRecord(name, depth) else {
        let node = xmlTextReaderCurrentNode(reader)
        return .open(
          Opening(
            name: name, attributes: node.map { Self.attributes(of: $0) } ?? [], depth: depth,
            line: Int(xmlTextReaderGetParserLineNumber(reader))))
      }
      guard let node = xmlTextReaderExpand(reader) else {
        let error = currentFailure()
        failure = error
        throw error
      }
      skipping = true
      guard let element = Self.element(node, nesting: 0) else {
        throw refuse(.limit, "elements are nested deeper than \(Self.depthLimit)")
      }
      return .record(element, depth: depth)
    }
  }

  private var skipping = false

  private func refuse(_ reason: FileFormatError.Reason, _ message: String) -> FileFormatError {
    let error = FileFormatError(
      reason, message, line: Int(xmlTextReaderGetParserLineNumber(reader)))
    failure = error
    ended = true
    return error
  }

  private func currentFailure() -> FileFormatError {
    guard reader != nil, let last = xmlGetLastError() else {
      return FileFormatError(.malformed, "the document is not well-formed XML")
    }
    let message = (last.pointee.message.map { String(cString: $0) } ?? "not well-formed")
      .trimmingWhitespace()
    let line = Int(last.pointee.line)
    let code = UInt32(bitPattern: last.pointee.code)
    let endings: [xmlParserErrors] = [
      XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_EMPTY,
      XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_CDATA_NOT_FINISHED,
      XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED,
    ]
    let consumed = Int(xmlTextReaderByteConsumed(reader))
    let atEnd = consumed < 0 || consumed + 512 >= byteCount
    let isEnd = endings.contains { $0.rawValue == code } && atEnd && byteCount > 0
    return FileFormatError(isEnd ? .truncated : .malformed, message, line: line)
  }

  private static func element(_ node: xmlNodePtr, nesting: Int) -> XMLNode? {
    guard nesting < depthLimit else { return nil }
    var children: [XMLNode] = []
    var text = ""
    var next = node.pointee.children
    while let current = next {
      switch current.pointee.type {
      case XML_ELEMENT_NODE:
        guard let child = element(current, nesting: nesting + 1) else { return nil }
        children.append(child)
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        text += string(UnsafePointer(current.pointee.content))
      default: break
      }
      next = current.pointee.next
    }
    return XMLNode(
      name: string(node.pointee.name), attributes: attributes(of: node), children: children,
      text: text, line: Int(node.pointee.line))
  }

  private static func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let text = part {
        value += string(UnsafePointer(text.pointee.content))
        part = text.pointee.next
      }
      attributes.append((string(attribute.pointee.name), value))
      next = attribute.pointee.next
    }
    return attributes
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
