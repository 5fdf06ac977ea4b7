import Glibc

/// CPU time, because other programs share the machine.
enum Clocks {
  /// Seconds of this thread.
  static func thread() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }
  /// Seconds of all threads of the process.
  static func process() -> Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// What the kernel says of the process's memory, in megabytes of 10⁶ bytes.
enum Memory {
  /// The most that was resident at any time.
  static var peak: Double { value("VmHWM:") }
  /// Resident now.
  static var now: Double { value("VmRSS:") }
  /// Resident now and not from a file: what the process has for itself.
  static var own: Double { value("RssAnon:") }

  /// The pages of the mapped file at `path` that are resident now.
  static func pages(ofFile path: String) -> Double {
    guard let whole = realpath(path, nil) else { return .nan }
    defer { free(whole) }
    let name = String(cString: whole)
    var isInside = false
    var sum = 0.0
    eachLine(of: "/proc/self/smaps") { line in
      // A mapping begins with its addresses, `7f…-7f…`; what follows is about it.
      if line.prefix(while: { $0 != " " }).contains("-") { isInside = line.hasSuffix(name) }
      if isInside, line.hasPrefix("Rss:") { sum += megabytes(line) }
    }
    return sum
  }

  private static func value(_ label: String) -> Double {
    var found = Double.nan
    eachLine(of: "/proc/self/status") { line in
      if line.hasPrefix(label) { found = megabytes(line) }
    }
    return found
  }

  /// `VmRSS:     1234 kB`
  private static func megabytes(_ line: Substring) -> Double {
    let number = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    return (number.flatMap { Double($0) } ?? .nan) * 1024 / 1e6
  }

  private static func eachLine(of path: String, _ take: (Substring) -> Void) {
    guard let file = fopen(path, "r") else { return }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 8192)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      take(text[...])
    }
  }
}

/// Times or counts, one a query.
struct Sample {
  private let sorted: [Double]
  init(_ values: [Double]) { sorted = values.sorted() }

  var sum: Double { sorted.reduce(0, +) }
  var mean: Double { sum / Double(max(1, sorted.count)) }
  var most: Double { sorted.last ?? .nan }
  /// The value below which the share `part` of all values lies.
  func percentile(_ part: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }
}

/// The machine that was measured on.
enum Machine {
  /// The processor's name as the kernel gives it, and how many of them.
  static var description: String {
    let cores = "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores"
    guard let file = fopen("/proc/cpuinfo", "r") else { return cores }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") else { continue }
      let name = text[colon...].dropFirst(2).prefix { $0 != "\n" }
      return "\(name), \(cores)"
    }
    return cores
  }
}
