/// An earlier transaction, enquiry or refusal: one entry of the trade history.
public struct PastDeal: Hashable, Sendable {
  /// How it ended. A deal without a stated status counts as completed.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case completed, enquiry, refused, cancelled
  }

  /// Who bought, or asked, with whatever is known of them: contacts, numbers, owners.
  public var buyer: Party
  /// As written.
  public var seller: String?
  /// When.
  public var date: PartialDate?
  /// `nil` when not stated or not understood.
  public var status: Status?
  /// The word that was stated for ``status``.
  public var statusText: String?
  /// As written.
  public var commodityCode: String?
  /// As stated.
  public var quantity: Quantity?
  /// As stated.
  public var value: Money?
  /// As written.
  public var payer: String?
  /// As written.
  public var destination: String?

  public init(buyer: Party) { self.buyer = buyer }

  /// Whether goods were supplied, as far as stated. A status that was not understood is not taken for
  /// completed.
  public var isCompleted: Bool { status == .completed || (status == nil && statusText == nil) }
}
