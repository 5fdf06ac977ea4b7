import GoodsControls
import TradeModel

/// What an item states in figures, read and held against the entries once for all who ask.
struct ItemValues {
  let stated: StatedParameters
  /// Entries to which the values point by themselves.
  let pointers: ValuePointers

  /// The values of each item, in the order stated.
  static func all(of transaction: Transaction, in catalogue: ControlCatalogue) -> [ItemValues] {
    let reader = ParameterReader(catalogue.measures)
    return transaction.items.enumerated().map { index, item in
      let stated = reader.read(item, path: "items[\(index)]")
      return ItemValues(stated: stated, pointers: catalogue.pointers(of: item, by: stated))
    }
  }
}
