import FileFormats
import Glibc

/// A report on standard output: one JSON object, its members in the order they were added.
struct Report {
  private var members: [JSONValue.Member] = []

  mutating func add(_ name: String, _ value: Int) { members.append(.init(name, .int(value))) }
  mutating func add(_ name: String, _ value: String) { members.append(.init(name, .string(value))) }
  mutating func add(_ name: String, _ report: Report) { members.append(.init(name, report.json)) }

  /// Three figures after the point are more than any measure here can tell.
  mutating func add(_ name: String, _ value: Double) {
    let thousandths = (value * 1000).rounded()
    guard thousandths.isFinite, abs(thousandths) < 1e15 else {
      return members.append(.init(name, .null))
    }
    let whole = abs(Int(thousandths))
    let digits = String(1000 + whole % 1000).dropFirst()
    members.append(
      .init(name, .number("\(thousandths < 0 ? "-" : "")\(whole / 1000).\(digits)")))
  }

  /// Mean, median, 99th percentile and greatest value.
  mutating func add(_ name: String, _ sample: Sample) {
    var report = Report()
    report.add("mean", sample.mean)
    report.add("p50", sample.percentile(0.5))
    report.add("p99", sample.percentile(0.99))
    report.add("most", sample.most)
    add(name, report)
  }

  var json: JSONValue { .object(members) }

  func print() { Swift.print(String(decoding: json.indented, as: UTF8.self), terminator: "") }
}
