import CLibZip

/// A zip archive held in memory, read by libzip.
///
/// Every entry is read whole and checked by its CRC-32. Sizes are taken from the directory at the
/// end of the archive and held against ``Limits`` before anything is decompressed, and again while
/// it is, so that neither a bomb nor a directory that lies gets further than the limits.
///
/// A class because it owns libzip's handle and the bytes under it; not for use from two threads.
public final class ZipArchive {
  /// What an archive may ask of the reader.
  public struct Limits: Hashable, Sendable {
    /// A workbook has some hundred entries; a directory of millions is an attack.
    public let entries: Int
    /// Decompressed bytes, of all entries together.
    public let totalSize: Int
    /// Decompressed bytes for one compressed byte, counted for entries above 1 MiB only: short texts
    /// of blanks compress far better. Real worksheets reach 15 to 40; DEFLATE ends at 1032.
    public let ratio: Int

    public init(entries: Int = 20_000, totalSize: Int = 1 << 30, ratio: Int = 300) {
      self.entries = entries
      self.totalSize = totalSize
      self.ratio = ratio
    }
  }

  private struct Entry {
    let index: UInt64
    let size: Int
    let isEncrypted: Bool
  }

  /// The names of the entries as in the directory of the archive, in its order.
  public let names: [String]
  private let entries: [String: Entry]
  private let storage: UnsafeMutableRawPointer
  private let handle: OpaquePointer

  /// Whether `bytes` begin as a zip archive with at least one entry.
  public static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Opens the archive that `bytes` hold.
  ///
  /// - Throws: `notThisFormat` when they do not begin as one, `truncated` when the directory at the
  ///   end is missing, `malformed` when it contradicts itself, `limit` when it asks for too much.
  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(FileFormatError) {
    guard Self.isArchive(bytes) else { throw FileFormatError(.notThisFormat, "no zip archive") }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    do throws(FileFormatError) {
      let handle = try Self.open(copy, count: bytes.count)
      do throws(FileFormatError) {
        (names, entries) = try Self.directory(of: handle, limits: limits)
      } catch {
        zip_discard(handle)
        throw error
      }
      self.handle = handle
      storage = copy
    } catch {
      copy.deallocate()
      throw error
    }
  }

  deinit {
    zip_discard(handle)
    storage.deallocate()
  }

  /// Returns the content of the entry of that name, or `nil` when there is none.
  ///
  /// - Parameter prefix: how many bytes to read at most; what follows is neither read nor checked.
  /// - Throws: `forbidden` for an encrypted entry, `malformed` when the data or their checksum are
  ///   wrong.
  public func content(
    of name: String, prefix: Int = .max
  ) throws(FileFormatError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    if entry.isEncrypted {
      throw FileFormatError(
        .forbidden, "`\(name)` in the archive is encrypted; save it without a password")
    }
    guard let file = zip_fopen_index(handle, entry.index, 0) else {
      throw FileFormatError(.malformed, "`\(name)` in the archive cannot be opened: \(reason)")
    }
    defer { zip_fclose(file) }
    let wanted = min(entry.size, prefix)
    var failed = false
    let content = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted, let base = buffer.baseAddress {
        let read = zip_fread(file, base + count, UInt64(wanted - count))
        guard read > 0 else {
          failed = true
          return
        }
        count += Int(read)
      }
      // The checksum is compared when the end is read.
      if wanted == entry.size {
        var beyond: UInt8 = 0
        failed = zip_fread(file, &beyond, 1) != 0
      }
    }
    if failed {
      throw FileFormatError(
        .malformed, "`\(name)` in the archive is damaged: its content or checksum is wrong")
    }
    return content
  }

  private var reason: String {
    zip_error_strerror(zip_get_error(handle)).map { String(cString: $0) } ?? "unknown reason"
  }

  private static func open(
    _ storage: UnsafeMutableRawPointer, count: Int
  ) throws(FileFormatError) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(storage, UInt64(count), 0, &error) else {
      throw FileFormatError(.malformed, "the zip archive cannot be read from memory")
    }
    guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      let isCut = zip_error_code_zip(&error) == ZIP_ER_NOZIP
      zip_source_free(source)
      throw isCut
        ? FileFormatError(
          .truncated, "the zip archive has no directory at its end: the file is cut or damaged")
        : FileFormatError(.malformed, "the directory of the zip archive is damaged")
    }
    return handle
  }

  private static func directory(
    of handle: OpaquePointer, limits: Limits
  ) throws(FileFormatError) -> ([String], [String: Entry]) {
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.entries else {
      throw FileFormatError(.limit, "the zip archive has more than \(limits.entries) entries")
    }
    var names: [String] = []
    var entries: [String: Entry] = [:]
    var total = 0
    for index in 0..<UInt64(max(0, count)) {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(handle, index, 0, &stat) == 0, let pointer = stat.name,
        let size = Int(exactly: stat.size), let packed = Int(exactly: stat.comp_size)
      else { throw FileFormatError(.malformed, "the directory of the zip archive is damaged") }
      let name = String(cString: pointer)
      let (sum, overflow) = total.addingReportingOverflow(size)
      guard !overflow, sum <= limits.totalSize else {
        throw FileFormatError(
          .limit, "the zip archive would decompress to more than \(limits.totalSize) bytes")
      }
      total = sum
      guard size <= 1 << 20 || size / max(1, packed) <= limits.ratio else {
        throw FileFormatError(
          .limit,
          "`\(name)` in the archive would decompress to more than \(limits.ratio) times its size")
      }
      guard entries[name] == nil else {
        throw FileFormatError(.malformed, "the zip archive has `\(name)` twice")
      }
      names.append(name)
      entries[name] = Entry(
        index: index, size: size, isEncrypted: Int32(stat.encryption_method) != ZIP_EM_NONE)
    }
    return (names, entries)
  }
}
