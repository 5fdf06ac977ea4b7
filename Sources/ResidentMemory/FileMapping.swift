/// A part of the process's address space that shows a file, as the kernel describes it.
struct FileMapping: Hashable, Sendable {
  /// The first address and the one behind the last.
  let addresses: Range<UInt>
  /// The file, as the kernel names it.
  let path: String
  let isWritable: Bool
  /// What of it is the process's own because it wrote there, in kilobytes. A mapping that cannot be
  /// written now may have been written while the program was linked at its start.
  let ownKilobytes: Int

  /// Whether every page of it is the file's, so that giving one back loses nothing.
  var showsFileAlone: Bool { !isWritable && ownKilobytes == 0 }

  /// The mappings of files in the text of `/proc/self/smaps`, in its order.
  ///
  /// What is not understood is left out, as is a mapping that does not say how much of it is the
  /// process's own.
  /// Source: proc_pid_smaps(5), proc_pid_maps(5).
  static func all(in text: String) -> [FileMapping] {
    var found: [FileMapping] = []
    var heading: (addresses: Range<UInt>, path: String, isWritable: Bool)?
    for line in text.split(separator: "\n") {
      // `address perms offset dev inode path`, where a path may hold blanks, or `Name: value`.
      let cells = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      if let addresses = cells.first.flatMap(range) {
        let path = cells.count == 6 ? cells[5].drop { $0 == " " } : ""
        heading =
          path.hasPrefix("/")
          ? (addresses, String(path), cells[1].dropFirst().hasPrefix("w")) : nil
      } else if let mapping = heading, cells.first == "Anonymous:" {
        if let own = cells.dropFirst().first.flatMap({ Int($0) }) {
          found.append(
            FileMapping(
              addresses: mapping.addresses, path: mapping.path, isWritable: mapping.isWritable,
              ownKilobytes: own))
        }
        heading = nil
      }
    }
    return found
  }

  /// `7f49dec6b000-7f49dec70000`
  private static func range(_ cell: Substring) -> Range<UInt>? {
    let ends = cell.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = UInt(ends[0], radix: 16), let high = UInt(ends[1], radix: 16),
      low < high
    else { return nil }
    return low..<high
  }
}
