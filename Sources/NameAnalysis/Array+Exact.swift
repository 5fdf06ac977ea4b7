extension Array {
  /// The same elements in memory of their own size, without room for more.
  ///
  /// An array that grew one by one has room for up to twice its elements.
  var exact: [Element] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = buffer.initialize(fromContentsOf: self)
    }
  }
}
