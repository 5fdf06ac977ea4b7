public import ArgumentParser
public import Decisions
import FileFormats
import Foundation
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// `quivive share`: a case or a dossier for a partner.
struct ShareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Make a signed bundle of a case or a dossier for a partner.",
    discussion: """
      The bundle is one JSON document: the dossier, the case with what was concluded, attachments by \
      digest, the Traffic Light Protocol mark, what was left out under that mark, an Ed25519 signature. \
      `quivive verify` proves it, anywhere. What a mark leaves out is data: \
      Knowledge/Records/redactions.csv. Who receives it is written into the bundle and into the audit \
      trail; nothing is sent by this command.

      As entities of FollowTheMoney (--form ftm, JSON lines) or as a STIX 2.1 bundle (--form stix) the \
      parties and the listed parties they resemble are given, and nothing that the mark withholds: \
      both need TLP:AMBER or stricter.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case bundle, ftm, stix
  }

  @Argument(help: "A case (C1), or a dossier as JSON.", completion: .file(extensions: ["json"]))
  var what: String

  @Option(help: "How far it may be passed on: clear, green, amber, amber+strict or red.")
  var tlp: TrafficLight

  @Option(help: "To whom, as both of you know them.")
  var to: String

  @Option(help: "From whom. Default: $QUIVIVE_ORGANISATION.")
  var from: String?

  @Option(help: "What to make: bundle, ftm or stix.")
  var form: Form = .bundle

  @Flag(help: "Leave the attachments of the case aside.")
  var withoutAttachments = false

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?

  @OptionGroup var acting: ActingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    let sender = try Self.organisation(from)
    guard !to.allSatisfy(\.isWhitespace) else {
      throw Failure(.usage, "a bundle needs somebody it is for", help: "name them with --to")
    }
    let source = try ExchangeSource(what, home: acting.home)
    let now = Timestamp.now
    let bytes: [UInt8]
    switch form {
    case .bundle:
      let bundle = ShareBundle(
        dossier: source.dossier, caseRecord: source.record?.json,
        evidence: try withoutAttachments ? [] : source.evidence(), mark: tlp, sender: sender,
        recipient: to, created: now, rules: RedactionRules(loading: try knowledge.loaded()),
        key: try source.key())
      bytes = bundle.document.bytes
    case .ftm:
      try needsAmber()
      bytes = try Failure.fromExchange {
        try FollowTheMoneyExport.entities(of: source.dossier).flatMap { $0.canonical + [0x0A] }
      }
    case .stix:
      try needsAmber()
      bytes = try Failure.fromExchange {
        try STIXExport.bundle(
          of: source.dossier, mark: tlp, sender: sender, created: now, opinions: source.opinions
        )
        .indented
      }
    }
    try source.record(
      kind: "exchange.shared",
      [
        "form": .string(form.rawValue), "tlp": .string(tlp.rawValue), "to": .string(to),
        "sha256": .string(SHA256.digest(of: bytes).hex),
      ], by: acting.actor(), at: now)
    let sink = try OutputSink(path: output)
    try sink.write(bytes)
    try sink.close()
  }

  private func needsAmber() throws {
    guard tlp < .amber else { return }
    throw Failure(
      .usage, "\(tlp.rawValue) withholds the names that this form is made of",
      help: "share a bundle, or mark it amber, amber+strict or red")
  }

  static func organisation(_ stated: String?) throws -> String {
    let name = stated ?? ProcessInfo.processInfo.environment["QUIVIVE_ORGANISATION"] ?? ""
    guard !name.allSatisfy(\.isWhitespace) else {
      throw Failure(
        .usage, "nobody is named as the sender",
        help: "name your organisation with --from, or in $QUIVIVE_ORGANISATION")
    }
    return name
  }
}

extension TrafficLight: ExpressibleByArgument {
  public init?(argument: String) { self.init(reading: argument) }
}
