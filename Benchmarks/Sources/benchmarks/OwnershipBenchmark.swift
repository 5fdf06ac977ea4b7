import ArgumentParser
import Ownership

/// Every reading of a graph of owners as large as a register: time and memory.
struct OwnershipBenchmark: ParsableCommand {
  enum Shape: String, ExpressibleByArgument, CaseIterable {
    /// Each company has one to four owners, one link in a hundred closes a circle.
    case register
    /// One chain of all companies.
    case chain
    /// One circle through all companies, with cross links.
    case circle
  }

  static let configuration = CommandConfiguration(
    commandName: "ownership", abstract: "Time the readings of a graph of owners.")

  @Option(help: "How many links the graph has.")
  var links = 1_000_000

  @Option(help: "\(Shape.allCases.map(\.rawValue).joined(separator: ", ")).")
  var shape: Shape = .register

  @Option(help: "One party in so many is listed.")
  var listedOneIn = 1000

  func run() {
    var generator = SplitMix(seed: 1)
    var made: [OwnershipLink] = []
    made.reserveCapacity(links)
    var parties = 1
    while made.count < links {
      let owned = parties
      parties += 1
      let owners = shape == .chain ? 1 : 1 + generator.next(below: 4)
      for number in 0..<min(owners, links - made.count) {
        let owner =
          shape == .register
          ? generator.next(below: owned) : number == 0 ? owned - 1 : generator.next(below: owned)
        let low = generator.next(below: 10_000 / owners)
        let share = shape == .chain ? 6_000...10_000 : low...(low + generator.next(below: 1_000))
        made.append(OwnershipLink(owner: owner, owned: owned, share: share))
        if shape == .register, generator.next(below: 100) == 0, made.count < links {
          made.append(OwnershipLink(owner: owned, owned: owner, share: 0...5_000))
        }
      }
    }
    if shape == .circle {
      made.append(OwnershipLink(owner: parties - 1, owned: 1, share: 5_000...5_000))
    }
    let listed = Set(
      shape == .register ? (0..<parties).filter { $0 % listedOneIn == 0 } : [0])

    var report = Report()
    report.add(
      "subject", "OwnershipGraph, \(made.count) links, \(parties) parties, \(shape.rawValue)")
    report.add("machine", Machine.description)
    var clock = Clocks.thread()
    func lap(_ name: String) {
      let now = Clocks.thread()
      report.add(name, now - clock)
      clock = Clocks.thread()
    }
    let graph = OwnershipGraph(partyCount: parties, links: made)
    lap("build_s")
    let cascade = graph.cascade(
      from: listed, threshold: Threshold(.atLeast, hundredths: 5_000),
      counting: .init(control: true, jointShares: true))
    lap("cascade_s")
    let held = graph.product(from: listed)
    lap("product_s")
    let overfull = graph.overfull.count
    lap("overfull_s")
    report.add("certainly_owned", cascade.standings.count { $0 == .certain })
    report.add("possibly_owned", cascade.standings.count { $0 == .possible })
    report.add("with_a_listed_part", held.count { $0.upper > 0 })
    report.add("overfull", overfull)
    report.add("peak_MB", Memory.peak)
    report.print()
  }
}
