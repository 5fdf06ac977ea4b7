import ArgumentParser

/// A comparison of two invented names, shown in the reference pages.
struct ExampleComparison {
  let subject: String
  let against: String
  let kind: String
  var language = "en"

  /// Two for each family of scripts, and a few besides: one that is a hit, one that is hard or none.
  static let groups: [(title: String, examples: [ExampleComparison])] = [
    (
      "Latin",
      [
        ExampleComparison(
          subject: "Mohamed Ali Hasan", against: "Muhammad Ali Hassan", kind: "person"),
        ExampleComparison(
          subject: "Golden Heron Intl Tradnig", against: "GOLDEN HERON INTERNATIONAL TRADING LLC",
          kind: "organisation"),
        ExampleComparison(
          subject: "Quorvin Repair Plant 4 GmbH", against: "Quorvin Repair Plant No. 6 LLC",
          kind: "organisation"),
      ]
    ),
    (
      "Cyrillic",
      [
        ExampleComparison(
          subject: "Evgueni Volkonsky", against: "ВОЛКОНСКИЙ Евгений Сергеевич", kind: "person"),
        ExampleComparison(
          subject: "ООО «Синичкин завод»", against: "Limited Liability Company Sinitchkin Plant",
          kind: "organisation"),
      ]
    ),
    (
      "Arabic and Persian",
      [
        ExampleComparison(
          subject: "Fereidun Moshiri", against: "فریدون مشیری", kind: "person"),
        ExampleComparison(
          subject: "عبد الرحمن البستاني", against: "Abdulrahman Khalid AL-BUSTANI", kind: "person"),
      ]
    ),
    (
      "Chinese and Japanese",
      [
        ExampleComparison(
          subject: "青竹贸易有限公司", against: "Qingzhu Trading Co., Ltd.", kind: "organisation"),
        ExampleComparison(subject: "王小明", against: "WANG Xiaoping", kind: "person"),
        ExampleComparison(subject: "山田工業株式会社", against: "Yamada Industries", kind: "organisation"),
      ]
    ),
    (
      "Korean",
      [
        ExampleComparison(subject: "홍길동", against: "HONG Kil-tong", kind: "person"),
        ExampleComparison(
          subject: "새벽무역회사", against: "Saebyok Trading Company", kind: "organisation"),
      ]
    ),
    (
      "Greek, Hebrew, Georgian",
      [
        ExampleComparison(
          subject: "Γιώργος Παπαδόπουλος", against: "Giorgos PAPADOPOULOS", kind: "person"),
        ExampleComparison(subject: "דוד כהן", against: "David Cohen", kind: "person"),
        ExampleComparison(subject: "გიორგი ბერიძე", against: "Giorgi Beridze", kind: "person"),
      ]
    ),
    (
      "In French",
      [
        ExampleComparison(
          subject: "Fereidun Moshiri", against: "فریدون مشیری", kind: "person", language: "fr"),
        ExampleComparison(
          subject: "ООО «Синичкин завод»", against: "Limited Liability Company Sinitchkin Plant",
          kind: "organisation", language: "fr"),
      ]
    ),
  ]

  /// After `quivive explain`.
  var arguments: [String] {
    [subject, "--against", against, "--kind", kind]
      + (language == "en" ? [] : ["--language", language])
  }

  /// As typed into a shell.
  var command: String {
    "quivive explain "
      + arguments.map { $0.allSatisfy(Self.isPlain) ? $0 : "'\($0)'" }.joined(separator: " ")
  }

  private static func isPlain(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter == "-")
  }

  /// What the command prints.
  func output() throws -> String {
    let command = try ExplainCommand.parse(arguments)
    return command.text(of: try command.comparison())
  }
}
