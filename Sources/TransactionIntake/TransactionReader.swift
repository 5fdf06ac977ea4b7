public import FileFormats
public import TradeModel

/// A transaction with everything that was odd about its input.
public struct Intake: Hashable, Sendable {
  /// As far as it could be read.
  public let transaction: Transaction
  /// In the order of reading.
  public let warnings: [IntakeWarning]
}

/// Reads a transaction from JSON (`Schemas/transaction.schema.json`).
///
/// It is tolerant and never silent: what it does not understand is a warning, and the value stays in
/// the transaction as text wherever the model has a place for it. No input stops the process.
public struct TransactionReader: Sendable {
  public init() {}

  /// Reads one transaction.
  ///
  /// - Throws: ``IntakeError`` when the bytes cannot be a transaction at all.
  /// - Complexity: O(*n*) in the bytes, times the members of one object.
  public func read(_ bytes: [UInt8]) throws(IntakeError) -> Intake {
    try read(bytes, in: 0..<bytes.count, line: nil)
  }

  /// Reads the transaction on one line of a JSON Lines document.
  public func read(_ line: JSONLines.Line, of bytes: [UInt8]) throws(IntakeError) -> Intake {
    try read(bytes, in: line.range, line: line.number)
  }

  /// Reads a JSON Lines document: one transaction a line, blank lines passed over. A bad line becomes
  /// an error for that line only.
  public func readLines(
    _ bytes: [UInt8]
  ) -> [(line: Int, result: Result<Intake, IntakeError>)] {
    Array(JSONLines(bytes)).map { line in
      do throws(IntakeError) {
        return (line.number, .success(try read(line, of: bytes)))
      } catch {
        return (line.number, .failure(error))
      }
    }
  }

  private func read(
    _ bytes: [UInt8], in range: Range<Int>, line: Int?
  ) throws(IntakeError) -> Intake {
    let value: JSONValue
    do throws(FileFormatError) {
      value = try JSONParser.parse(bytes, in: range)
    } catch {
      throw IntakeError(.notJSON(error), line: line ?? error.line)
    }
    return try read(value, line: line)
  }

  /// Reads one transaction from a JSON value.
  public func read(_ value: JSONValue, line: Int? = nil) throws(IntakeError) -> Intake {
    guard case .object(let members) = value else {
      throw IntakeError(.notAnObject(value.kindName), line: line)
    }
    let notes = IntakeNotes()
    let transaction = Self.transaction(
      ObjectReader(shape: "transaction", path: "", members: members, notes: notes))
    guard !transaction.parties.isEmpty || !transaction.items.isEmpty else {
      throw IntakeError(.nothingToScreen, line: line)
    }
    return Intake(transaction: transaction, warnings: notes.warnings)
  }

  static func transaction(_ reader: ObjectReader) -> Transaction {
    _ = reader.value("$schema")
    let supply = reader.word("supply", SupplyKind.self)
    let knownOnText = reader.text("knownOn")
    let knownOn = knownOnText.flatMap { Day(iso: $0) }
    if let knownOnText, knownOn == nil {
      reader.notes.warn(
        .unreadableDate, at: reader.place("knownOn"), .string(knownOnText),
        expected: "YYYY-MM-DD")
    }
    let transaction = Transaction(
      reference: reader.text("reference"), note: reader.text("note"), supply: supply.word,
      supplyText: supply.text,
      parties: reader.objects("parties", shape: "party", bare: "name").map { $0.party() },
      items: reader.objects("items", shape: "item", bare: "description").map { $0.item() },
      route: reader.object("route", shape: "route", bare: "terms").map { $0.route() },
      endUse: reader.object("endUse", shape: "endUse", bare: "statement").map { $0.endUse() },
      exportCountry: reader.text("exportCountry"),
      destinationCountry: reader.text("destinationCountry"),
      dates: reader.object("dates", shape: "dates", bare: "ordered").map { $0.dates() }
        ?? TransactionDates(),
      value: reader.money("value"),
      payment: reader.object("payment", shape: "payment", bare: "method").map { $0.payment() },
      conduct: reader.conduct(), knownOn: knownOn, knownOnText: knownOnText)
    reader.finish()
    return transaction
  }
}
