import ArgumentParser
import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import TradeModel
import Workplace

/// `quivive verify`: what a received bundle or statement proves.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify a bundle or a statement that a partner sent.",
    discussion: """
      Tries the signature and every digest, shows the mark and what was left out, and, where the whole \
      dossier is in the bundle and its lists and knowledge are here, screens again and compares the \
      bytes. The key in a bundle says nothing of who holds it: compare it with the one that the sender \
      gave you on another way, with --key.

      Exit status: 0 everything that could be tried holds, 10 something does not.
      """)

  @Argument(help: "The bundle or statement.", completion: .file(extensions: ["json"]))
  var file: String

  @Option(help: "The sender's public key (64 hexadecimal digits), from another way.")
  var key: String?

  @Option(help: "The language: en or fr.")
  var language: Language = .en

  @OptionGroup var ownership: OwnershipOption
  @OptionGroup var rules: RuleOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let document = try Failure.fromExchange {
      [bytes = try InputFile.bytes(at: file)]
      in
      try SignedDocument(reading: bytes, schemas: [ShareBundle.schema, NegativeEvidence.schema])
    }
    let expected = try key.map { text in
      guard let key = Ed25519.PublicKey(hex: text) else {
        throw Failure(.usage, "`\(text)` is no public key", help: "64 hexadecimal digits")
      }
      return key
    }
    let isOfSender = expected == nil || expected == document.key
    var holds = document.isSigned && isOfSender
    var lines: [String] = []
    if document.schema == ShareBundle.schema {
      let verification = BundleVerification(document)
      holds = holds && verification.holds
      lines += BundleText.lines(of: document.json, verification, language: language)
      lines += [signature(document, isOfSender: isOfSender, wasCompared: expected != nil)]
      if let dossier = verification.wholeDossier {
        let (line, isOther) = try replay(dossier)
        lines.append(line)
        if isOther { holds = false }
      }
      let mark = verification.mark?.rawValue ?? "TLP:RED"
      lines = [mark, ""] + lines + ["", mark]
    } else {
      lines += BundleText.lines(ofStatement: document.json, language: language)
      lines += [signature(document, isOfSender: isOfSender, wasCompared: expected != nil)]
    }
    Console.print(lines.joined(separator: "\n"))
    if !holds { throw ExitCode(10) }
  }

  private func signature(
    _ document: SignedDocument, isOfSender: Bool, wasCompared: Bool
  ) -> String {
    let key = document.key?.hex ?? "–"
    let text: BilingualText =
      if !document.isSigned {
        BilingualText(
          en: "The signature does not hold: the document was altered, or is signed by no one.",
          fr:
            "La signature n’est pas valable : le document a été modifié ou n’est signé par personne."
        )
      } else if !isOfSender {
        BilingualText(
          en: "The signature holds, but with another key than the one given: \(key).",
          fr: "La signature est valable, mais avec une autre clé que celle indiquée : \(key).")
      } else if wasCompared {
        BilingualText(
          en: "The signature holds, with the key given.",
          fr: "La signature est valable, avec la clé indiquée.")
      } else {
        BilingualText(
          en: "The signature holds, with the key \(key). Compare it with the sender’s (--key).",
          fr:
            "La signature est valable, avec la clé \(key). Comparez-la à celle de l’expéditeur (--key)."
        )
      }
    return text[language]
  }

  /// - Returns: the line to show, and whether the same data gave another result.
  private func replay(_ dossier: Dossier) throws -> (line: String, isOther: Bool) {
    do {
      let source = ReplaySource(
        data: data.place, rules: rules.place, ownership: ownership.place,
        notes: { Console.error($0) })
      switch try source.replay(dossier, bytes: dossier.bytes) {
      case .same:
        return (
          BilingualText(
            en: "Screened again on the same lists and knowledge: the same bytes.",
            fr: "Contrôle refait sur les mêmes listes et connaissances : mêmes octets.")[language],
          false
        )
      case .differentData(let differences):
        let names = differences.map(\.name).joined(separator: ", ")
        return (
          BilingualText(
            en: "Not screened again: other data are here (\(names)).",
            fr: "Contrôle non refait : les données présentes sont autres (\(names)).")[language],
          false
        )
      case .otherEngine(let stated, let now, _):
        return (
          BilingualText(
            en: "Not comparable: made by \(stated), and this is \(now).",
            fr: "Non comparable : établi par \(stated), et ceci est \(now).")[language], false
        )
      case .differentBytes(let members):
        return (
          BilingualText(
            en:
              "Screened again on the same data: another result in \(members.joined(separator: ", ")).",
            fr:
              "Contrôle refait sur les mêmes données : résultat différent dans \(members.joined(separator: ", "))."
          )[language], true
        )
      }
    } catch let failure as Failure where failure.status == .missingFile {
      return (
        BilingualText(
          en: "Not screened again: \(failure.description).",
          fr: "Contrôle non refait : les données du dossier ne sont pas ici.")[language], false
      )
    }
  }
}
