import CLibXML2

/// Streams an XML document and hands out chosen elements whole, one at a time.
///
/// The document is never held as a tree: at most the elements of one piece of some 32 KB wait to be
/// taken. Document type declarations are refused, so there are no external entities and no entity
/// bombs; nothing is fetched. Names are local names, because publishers change namespaces.
///
/// Parsing by libxml2's push parser. A class because it owns that parser; not for use from two
/// threads.
public final class XMLRecordReader {
  /// What stood at the start tag of an element above the records.
  public struct Opening: Sendable {
    /// The local name, without prefix.
    public let name: String
    /// In the order of the document, by local name.
    public let attributes: [(name: String, value: String)]
    /// 0 for the root.
    public let depth: Int
    /// The line of the start tag, counted from 1.
    public let line: Int
    /// The namespace the element is in, as the document writes it; `nil` for none.
    public let namespace: String?
    /// The first attribute of that local name.
    public subscript(attribute name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }
  }

  /// What is met in the document, in its order.
  public enum Event: Sendable {
    /// An element that was not chosen; its children follow as events.
    case open(Opening)
    /// A chosen element, whole.
    case record(XMLNode, depth: Int)
  }

  private let bytes: [UInt8]
  private let pieceSize: Int
  private let builder = XMLEventBuilder()
  private var parser: xmlParserCtxtPtr?
  private var position = 0
  private var isDone = false
  private var failure: FileFormatError?

  /// libxml2 asks to be set up once, before threads.
  private static let setUp: Void = xmlInitParser()

  public convenience init(_ bytes: [UInt8]) { self.init(bytes, pieceSize: 1 << 15) }

  /// `pieceSize` is how many bytes go to the parser at a time; results do not depend on it.
  init(_ bytes: [UInt8], pieceSize: Int) {
    _ = Self.setUp
    self.bytes = bytes
    self.pieceSize = max(1, pieceSize)
    failure = Self.refusal(of: bytes)
    guard failure == nil else { return }
    var handler = XMLEventBuilder.handler
    parser = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { head in
        xmlCreatePushParserCtxt(
          &handler, Unmanaged.passUnretained(builder).toOpaque(), head.baseAddress,
          Int32(min(4, head.count)), nil)
      }
    }
    position = min(4, bytes.count)
    builder.parser = parser
    // Entities are replaced by what they stand for: without a document type there are only the five
    // of XML itself.
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
  }

  deinit { xmlFreeParserCtxt(parser) }

  /// Returns the next event, or `nil` at the end of a well-formed document.
  ///
  /// - Parameter isRecord: whether the element of this name at this depth (root = 0) is wanted whole.
  ///   It is asked ahead of the event in hand, so it must depend on nothing but the two.
  /// - Throws: `truncated` when the document ends inside an element, `forbidden` for a document type
  ///   declaration, `notThisFormat` when the bytes are no XML, `limit` beyond
  ///   ``XMLEventBuilder/depthLimit`` levels, `malformed` otherwise; each with the line. Events before
  ///   the fault are handed out first.
  public func next(
    isRecord: (_ name: String, _ depth: Int) -> Bool
  ) throws(FileFormatError) -> Event? {
    while true {
      if let event = builder.takeEvent() { return event }
      if let failure { throw failure }
      if isDone { return nil }
      withoutActuallyEscaping(isRecord) { isRecord in
        builder.isRecord = isRecord
        feed()
        builder.isRecord = nil
      }
    }
  }

  /// The record as it stands in the document.
  ///
  /// For a document in another encoding than UTF-8, and for elements inside a record, it is written
  /// again from what was read: the same content, perhaps with other quotes and references.
  public func verbatim(of record: XMLNode) -> String {
    // Attribute values hold no `<`, so the last one before the range opens the record.
    guard let range = record.range, !builder.isDecoding, range.upperBound <= bytes.count,
      let start = bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "<"))
    else { return record.markup }
    return String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
  }

  /// The root element's start tag, read from the head of `bytes`; `nil` when there is none that can
  /// be read. Says nothing about the rest.
  public static func root(of bytes: [UInt8]) -> Opening? {
    let reader = XMLRecordReader(bytes, pieceSize: 1 << 12)
    guard case .open(let root)? = try? reader.next(isRecord: { _, _ in false }) else { return nil }
    return root
  }

  // MARK: - Feeding the parser

  private func feed() {
    let end = min(bytes.count, position + pieceSize)
    let isEnd = position == end
    bytes.withUnsafeBufferPointer { buffer in
      buffer[position..<end].withMemoryRebound(to: CChar.self) { piece in
        _ = xmlParseChunk(parser, piece.baseAddress, Int32(piece.count), isEnd ? 1 : 0)
      }
    }
    position = end
    if let refusal = builder.refusal {
      failure = refusal
    } else if let fault = builder.fault {
      // The parser waits for more when a piece ends inside a construct, so a fault before the end is
      // a fault of what was read, and one at the end is something that never came.
      failure = FileFormatError(
        isEnd && endsInsideMarkup ? .truncated : .malformed,
        isEnd && endsInsideMarkup ? "the document ends before its data does" : fault.message,
        line: fault.line)
    } else if isEnd, !builder.isRootClosed {
      failure = FileFormatError(.truncated, "the document ends before its data does")
    }
    isDone = isEnd || failure != nil
  }

  /// Whether the document ends before its root is closed, or inside a comment or instruction after it.
  private var endsInsideMarkup: Bool {
    if !builder.isRootClosed {
      // The parser waits for the semicolon of a reference up to the end; but what has a blank or a
      // tag after its ampersand is none.
      let tail = bytes.reversed().prefix { $0 != UInt8(ascii: "&") }
      let isNoReference = tail.contains { $0 <= 0x20 || $0 == UInt8(ascii: "<") }
      return !(builder.fault?.isOfReference == true && isNoReference)
    }
    let tail = bytes.reversed().prefix { $0 != UInt8(ascii: ">") }
    return tail.contains(UInt8(ascii: "<"))
  }

  /// Why `bytes` are not worth parsing.
  private static func refusal(of bytes: [UInt8]) -> FileFormatError? {
    let isWide = [[0xFE, 0xFF], [0xFF, 0xFE], [0x3C, 0x00], [0x00, 0x3C]].contains {
      bytes.starts(with: $0)
    }
    if isWide { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch first {
    case UInt8(ascii: "<"): return nil
    case nil: return FileFormatError(.truncated, "the document is empty")
    default: return FileFormatError(.notThisFormat, "the document is not XML")
    }
  }
}
