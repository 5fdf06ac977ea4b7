import CMalloc
import Glibc

/// What the process holds of the machine's memory beyond what it needs from now on.
///
/// The start of a program reads tables, relocates itself and runs code that no question runs again.
/// The memory stays with the process until somebody asks for it. A process that goes on to answer for
/// hours gives it back once, after everything is loaded.
public enum ResidentMemory {
  /// Gives back free memory of the heap, and pages of files that were read so far and are the
  /// file's alone: program, libraries, mapped lists.
  ///
  /// Nothing is lost. A page that is needed again comes from the system's cache of files, which costs a
  /// minor fault, so this is for the moment between loading and serving, not for a loop.
  /// Where the kernel does not describe the process, only the heap is given back.
  public static func giveBackWhatTheStartUsed() {
    malloc_trim(0)
    guard let text = text(ofFile: "/proc/self/smaps") else { return }
    for mapping in FileMapping.all(in: text) where mapping.showsFileAlone {
      // A refusal, as for pages locked into memory, leaves the pages where they are.
      _ = madvise(
        UnsafeMutableRawPointer(bitPattern: mapping.addresses.lowerBound),
        mapping.addresses.count, MADV_DONTNEED)
    }
  }

  /// The text of a file whose length the system does not know beforehand.
  private static func text(ofFile path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: block[..<count])
    }
    return ferror(file) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
