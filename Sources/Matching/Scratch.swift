/// A list of plain values that keeps its memory: nothing is allocated, counted or checked for sharing
/// in the loops that use it.
///
/// INVARIANT: elements are trivial. Whoever holds it gives its memory back with ``free()``.
struct Scratch<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func free() { base.deallocate() }

  var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      assert(place >= 0 && place < count, "inside")
      return base[place]
    }
    set {
      assert(place >= 0 && place < count, "inside")
      base[place] = newValue
    }
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    base[count] = element
    count &+= 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }

  /// Few elements as a rule: by insertion, which keeps equal ones in order.
  @inline(__always)
  mutating func sort(by precedes: (Element, Element) -> Bool) {
    guard count > 1 else { return }
    if count > 32 {
      var elements = UnsafeMutableBufferPointer(start: base, count: count)
      elements.sort(by: precedes)
      return
    }
    for place in 1..<count {
      let element = base[place]
      var free = place
      while free > 0, precedes(element, base[free &- 1]) {
        base[free] = base[free &- 1]
        free &-= 1
      }
      base[free] = element
    }
  }
}
