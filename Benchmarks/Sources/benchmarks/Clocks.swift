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

  private static func value(_ label: String) -> Double {
    guard let file = fopen("/proc/self/status", "r") else { return .nan }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix(label) else { continue }
      let number = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
      return (number.flatMap { Double($0) } ?? .nan) * 1024 / 1e6
    }
    return .nan
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
