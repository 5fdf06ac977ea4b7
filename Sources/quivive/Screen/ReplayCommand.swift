import ArgumentParser
import Decisions
import TradeModel
import Workplace

/// `quivive replay`: a stored dossier is made again and compared.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run a dossier again and prove the same bytes, or say what differs.",
    discussion: """
      DOSSIER is a file, or the digest of a dossier that `quivive screen --keep` keeps in the home \
      folder. The transaction, the day and the policy come from the dossier; watchlist, knowledge, own \
      rules and table of ownership are looked for in the home folder by the digests that the dossier \
      states. A watchlist whose file is gone is compiled again from the kept lists. What the home \
      folder does not have is given with --watchlist, --knowledge, --rules and --ownership.

      Exit status: 0 the same bytes, 10 not the same (which digest differs is printed), 66 when \
      something that the dossier was made with is not here.
      """)

  @Argument(
    help: "The dossier, as JSON or by its digest. '-' reads standard input.", completion: .file())
  var dossier: String

  @OptionGroup var ownership: OwnershipOption
  @OptionGroup var rules: RuleOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let (stored, bytes) = try StoredDossier.read(dossier, home: data.home)
    let source = ReplaySource(
      data: data.place, rules: rules.place, ownership: ownership.place,
      notes: { Console.error($0) })
    try tell(source.replay(stored, bytes: bytes), of: stored)
  }

  private func tell(_ replay: Replay, of stored: Dossier) throws {
    switch replay {
    case .same:
      Console.print("same bytes: \(stored.digest)")
    case .otherEngine(let stated, let now, let members):
      Console.print("the dossier was made by \(stated), and this is \(now)")
      Console.print(
        members.isEmpty
          ? "but for the version, it is the same"
          : "on the same data, this version differs in \(members.joined(separator: ", "))")
      throw ExitCode(10)
    case .differentData(let differences):
      if let engine = differences.first(where: { $0.name == "engine" }) {
        Console.print("the dossier was made by \(engine.stated), and this is \(engine.now)")
      }
      Console.print("not the same data:")
      for difference in differences {
        Console.print("  \(difference.name): the dossier states \(difference.stated)")
        Console.print(
          "  \(String(repeating: " ", count: difference.name.count))  here now is \(difference.now)"
        )
      }
      throw ExitCode(10)
    case .differentBytes(let members):
      Console.print(
        "the same data, but other bytes: the dossier was altered in \(members.joined(separator: ", "))"
      )
      throw ExitCode(10)
    }
  }
}
