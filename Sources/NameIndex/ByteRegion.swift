import Glibc

/// Bytes that do not move while somebody holds this: a copy in memory, or a mapped file.
///
/// A class because it owns the memory that views point into: `deinit` frees or unmaps it. Immutable,
/// so threads share it.
public final class ByteRegion: @unchecked Sendable {
  /// Valid as long as the region lives.
  public let start: UnsafeRawPointer
  /// How many bytes there are.
  public let count: Int
  private let isMapped: Bool

  /// Copies `bytes`.
  public init(copying bytes: [UInt8]) {
    count = bytes.count
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memory.copyMemory(from: base, byteCount: source.count) }
    }
    start = UnsafeRawPointer(memory)
    isMapped = false
  }

  /// Maps the file at `path` for reading. The file must never be changed in place while it is mapped:
  /// writers make a new file and rename it.
  ///
  /// - Throws: ``ByteRegionError`` if the file cannot be opened or is no plain file.
  public init(mapping path: String) throws(ByteRegionError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ByteRegionError("cannot open `\(path)`", errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ByteRegionError("cannot look at `\(path)`", errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ByteRegionError("`\(path)` is not a plain file", 0)
    }
    count = Int(status.st_size)
    guard count > 0 else { throw ByteRegionError("`\(path)` is empty", 0) }
    guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw ByteRegionError("cannot map `\(path)`", errno) }
    start = UnsafeRawPointer(memory)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: start), count)
    } else {
      start.deallocate()
    }
  }

  /// Brings all pages of a mapped file in at once, before a pass over all of them: one call instead of
  /// a fault for every few pages. A kernel that cannot (before 5.14) faults them in as they are read.
  public func bringPagesIn() {
    if isMapped { _ = madvise(UnsafeMutableRawPointer(mutating: start), count, MADV_POPULATE_READ) }
  }

  /// Gives the pages back that were read so far; the next reading brings in what it needs. A mapped
  /// file only: memory in use counts touched pages.
  public func forgetPages() {
    if isMapped { madvise(UnsafeMutableRawPointer(mutating: start), count, MADV_DONTNEED) }
  }

  /// All bytes; valid as long as the region lives.
  public var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }
}

/// Why a file could not be mapped.
public struct ByteRegionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the system said, for people.
  public let description: String
  /// The system's number of the error; 0 when the system had none.
  public let code: Int32

  init(_ text: String, _ code: Int32) {
    self.code = code
    description = code == 0 ? text : text + ": " + String(cString: strerror(code))
  }
}
