import Synchronization

/// Counters and times, in the exposition format of Prometheus 0.0.4.
package final class ServiceMetrics: Sendable {
  private struct Series: Hashable {
    let name: String
    let labels: String
  }

  private struct Times {
    var counts: [Int]
    var sum = 0.0
    var count = 0
  }

  private let counters = Mutex<[Series: Int]>([:])
  private let times = Mutex<[Series: Times]>([:])

  /// Upper bounds of the buckets, in seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private static let help: [String: String] = [
    "quivive_requests_total": "Answered requests by operation and status.",
    "quivive_request_seconds": "Time from the request's head to its answer.",
    "quivive_queries_total": "Names and transactions that were asked.",
    "quivive_refused_total": "Requests refused before their operation, by reason.",
    "quivive_reloads_total": "Reloads of lists and knowledge, by result.",
  ]

  package init() {}

  package func count(_ name: String, _ labels: [(String, String)], by number: Int = 1) {
    let series = Series(name: name, labels: Self.text(labels))
    counters.withLock { $0[series, default: 0] += number }
  }

  package func time(_ name: String, _ labels: [(String, String)], seconds: Double) {
    let series = Series(name: name, labels: Self.text(labels))
    times.withLock { kept in
      var times = kept[series] ?? Times(counts: Array(repeating: 0, count: Self.bounds.count))
      if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { times.counts[place] += 1 }
      times.sum += seconds
      times.count += 1
      kept[series] = times
    }
  }

  private static func text(_ labels: [(String, String)]) -> String {
    labels.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
  }

  /// - Parameter gauges: what is so at the moment.
  package func exposition(_ gauges: [(name: String, help: String, labels: String, value: String)])
    -> String
  {
    var lines: [String] = []
    func head(_ name: String, _ type: String) {
      lines.append("# HELP \(name) \(Self.help[name] ?? name)")
      lines.append("# TYPE \(name) \(type)")
    }
    let counted = counters.withLock { $0 }.sorted {
      ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels)
    }
    var last = ""
    for (series, value) in counted {
      if series.name != last { head(series.name, "counter") }
      last = series.name
      lines.append("\(series.name){\(series.labels)} \(value)")
    }
    let timed = times.withLock { $0 }.sorted {
      ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels)
    }
    for (series, value) in timed {
      if series.name != last { head(series.name, "histogram") }
      last = series.name
      var below = 0
      for (bound, count) in zip(Self.bounds, value.counts) {
        below += count
        lines.append("\(series.name)_bucket{\(series.labels),le=\"\(bound)\"} \(below)")
      }
      lines.append("\(series.name)_bucket{\(series.labels),le=\"+Inf\"} \(value.count)")
      lines.append("\(series.name)_sum{\(series.labels)} \(value.sum)")
      lines.append("\(series.name)_count{\(series.labels)} \(value.count)")
    }
    for gauge in gauges {
      lines.append("# HELP \(gauge.name) \(gauge.help)")
      lines.append("# TYPE \(gauge.name) gauge")
      lines.append("\(gauge.name)\(gauge.labels.isEmpty ? "" : "{\(gauge.labels)}") \(gauge.value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
