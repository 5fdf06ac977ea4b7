public import ArgumentParser
public import Decisions
import Foundation
import TradeModel
import Workplace

/// Who acts, and in which home.
struct ActingOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts. Default: your login name.",
      discussion:
        "On a terminal this name is as trustworthy as the logins of the machine: whoever can write "
        + "the home folder can state any name.",
      valueName: "name"))
  var name: String?

  @OptionGroup var home: HomeOptions

  func actor() throws -> Actor { try Self.actor(name) }

  static func actor(_ name: String?) throws -> Actor {
    guard let actor = Actor(name ?? NSUserName()) else {
      throw Failure(
        .usage, name.map { "`\($0)` is no name" } ?? "there is no login name",
        help: "state one with --as, up to 200 bytes")
    }
    return actor
  }
}

/// How to show something.
struct ShowingOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How to show it: text or json.")
  var format: Format = .text

  @Option(help: "The language of text: en or fr.")
  var language: Language = .en
}

extension CaseID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension GoodGuyID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CaseDecision.Kind: ExpressibleByArgument {}
extension Case.State: ExpressibleByArgument {}
