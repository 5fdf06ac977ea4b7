/// Walks the members of an object in canonical JSON without parsing their values.
enum CanonicalMembers {
  /// Appends the members of `object` to `out` but those called `left`, each with a line end.
  ///
  /// Whatever is no object is appended as it is.
  static func append(
    _ object: ArraySlice<UInt8>, without left: [[UInt8]], to out: inout [UInt8]
  ) {
    guard object.first == UInt8(ascii: "{"), object.last == UInt8(ascii: "}") else {
      out.append(contentsOf: object)
      return
    }
    var start = object.startIndex + 1
    let end = object.endIndex - 1
    while start < end {
      let stop = memberEnd(object, from: start, to: end)
      let isLeft = left.contains { name in
        let member = object[start..<stop]
        return member.dropFirst().starts(with: name)
          && member.dropFirst(name.count + 1).starts(with: [UInt8(ascii: "\""), UInt8(ascii: ":")])
      }
      if !isLeft {
        out.append(contentsOf: object[start..<stop])
        out.append(0x0A)
      }
      start = stop + 1
    }
  }

  /// Where the member that begins at `start` ends: at a comma outside strings and brackets, or at the end.
  private static func memberEnd(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) -> Int {
    var depth = 0
    var isText = false
    var place = start
    while place < end {
      let byte = bytes[place]
      if isText {
        if byte == UInt8(ascii: "\\") {
          place += 1
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ",") where depth == 0: return place
        default: break
        }
      }
      place += 1
    }
    return end
  }
}
