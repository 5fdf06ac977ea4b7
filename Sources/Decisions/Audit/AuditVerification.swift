public import TradeModel

/// Walks an audit trail from its first entry and finds the first link that does not hold.
///
/// ```
/// var verification = AuditVerification(checkpoints: held)
/// for entry in stored { verification.take(entry) }
/// let report = verification.finish()
/// ```
public struct AuditVerification: Sendable {
  /// An entry as it was found in a store.
  public struct Stored: Sendable {
    /// The place the store gives it.
    public let sequence: Int
    /// `nil` when a field cannot be read.
    public let entry: AuditEntry?
    /// The hash that the store holds beside it.
    public let hash: Digest?
    /// `nil` when there is none.
    public let body: AuditBody?

    public init(sequence: Int, entry: AuditEntry?, hash: Digest?, body: AuditBody?) {
      self.sequence = sequence
      self.entry = entry
      self.hash = hash
      self.body = body
    }
  }

  /// What does not hold, and where.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    public enum Reason: String, Hashable, Sendable {
      case unreadable = "a field of the entry cannot be read"
      case misplaced = "an entry is missing, was inserted or stands in another place"
      case altered = "the entry is not what its hash says"
      case unlinked = "the entry does not follow the one before"
      case bodyAltered = "what was recorded is not what the entry says"
      case bodyMissing = "what was recorded is gone, and no erasure names it"
      case erasedRemains = "an erasure names the entry, but what was recorded is still there"
      case unsigned = "the signature of the checkpoint does not hold"
      case otherHead = "the checkpoint was signed over another trail"
      case cutOff = "the trail ends before the checkpoint"
      case outOfStep = "a table does not say what the trail says"
    }

    /// The entry, counted from 1.
    public let sequence: Int
    public let reason: Reason
    /// What of it, where that helps; names no person.
    public let detail: String?

    public init(sequence: Int, reason: Reason, detail: String? = nil) {
      self.sequence = sequence
      self.reason = reason
      self.detail = detail
    }

    public var description: String {
      "entry \(sequence): \(reason.rawValue)" + (detail.map { " (\($0))" } ?? "")
    }
  }

  /// What the walk showed.
  public struct Report: Hashable, Sendable {
    /// Entries that were read.
    public let entries: Int
    /// Bodies that an erasure names.
    public let erased: Int
    /// Checkpoints that hold.
    public let checkpoints: Int
    /// The hash of the last entry.
    public let head: Digest
    /// The first fault in the order of the trail; `nil` when the whole trail holds.
    public let fault: Fault?

    /// The same with what was found beside the trail. A fault of the trail itself goes first: what
    /// follows it cannot be relied on.
    public func adding(_ faults: [Fault]) -> Report {
      Report(
        entries: entries, erased: erased, checkpoints: checkpoints, head: head,
        fault: fault ?? faults.min { $0.sequence < $1.sequence })
    }
  }

  private let checkpoints: [AuditCheckpoint]
  private var entries = 0
  private var head = AuditEntry.origin
  private var headAt: [Int: Digest] = [:]
  private var missing: [Int] = []
  private var present: Set<Int> = []
  private var erased: Set<Int> = []
  private var fault: Fault?

  /// - Parameter checkpoints: those of the store and those held outside.
  public init(checkpoints: [AuditCheckpoint]) {
    self.checkpoints = checkpoints
    for checkpoint in checkpoints { headAt[checkpoint.sequence] = AuditEntry.origin }
  }

  /// Takes the next entry in the order of the store.
  public mutating func take(_ stored: Stored) {
    guard fault == nil else { return }
    let place = entries + 1
    func fail(_ reason: Fault.Reason) { fault = Fault(sequence: place, reason: reason) }
    guard stored.sequence == place else { return fail(.misplaced) }
    guard let entry = stored.entry, let hash = stored.hash else { return fail(.unreadable) }
    guard entry.hash == hash else { return fail(.altered) }
    guard entry.previous == head else { return fail(.unlinked) }
    if let body = stored.body {
      guard body.commitment == entry.content else { return fail(.bodyAltered) }
      if entry.kind == AuditErasure.kind {
        guard let erasure = body.value.flatMap({ AuditErasure($0) }) else {
          return fail(.unreadable)
        }
        erased.formUnion(erasure.sequences)
      }
      present.insert(place)
    } else {
      missing.append(place)
    }
    head = hash
    entries = place
    if headAt[place] != nil { headAt[place] = hash }
  }

  /// Ends the walk.
  public func finish() -> Report {
    var faults = [fault].compactMap(\.self)
    faults += missing.filter { !erased.contains($0) }.prefix(1).map {
      Fault(sequence: $0, reason: .bodyMissing)
    }
    faults += erased.sorted().filter { present.contains($0) }.prefix(1).map {
      Fault(sequence: $0, reason: .erasedRemains)
    }
    var held = 0
    for checkpoint in checkpoints {
      let reason: Fault.Reason? =
        if !checkpoint.isSigned {
          .unsigned
        } else if checkpoint.sequence > entries {
          fault == nil ? .cutOff : nil
        } else {
          headAt[checkpoint.sequence] == checkpoint.head ? nil : .otherHead
        }
      if let reason {
        faults.append(Fault(sequence: checkpoint.sequence, reason: reason))
      } else {
        held += 1
      }
    }
    return Report(
      entries: entries, erased: erased.count, checkpoints: held, head: head,
      fault: faults.min { $0.sequence < $1.sequence })
  }
}
