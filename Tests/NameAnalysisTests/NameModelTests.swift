import NameAnalysis
import Testing
import TradeModel

struct NameModelTests {
  /// A change to one table and the fault it must be refused for.
  struct Fault: CustomTestStringConvertible, Sendable {
    let file: String
    let row: String
    let message: String
    var testDescription: String { "\(file): \(message)" }
  }

  @Test(arguments: [
    Fault(
      file: "legal-forms.tsv", row: "limited\tsure\tany\tnovaform", message: "unknown level `sure`"),
    Fault(
      file: "legal-forms.tsv", row: "limited\tcertain\tnowhere\tnovaform",
      message: "unknown where `nowhere`"),
    Fault(
      file: "legal-forms.tsv", row: "limited\tcertain\tany",
      message: "3 columns where the header has 4"),
    Fault(
      file: "legal-forms.tsv", row: "limited\tcertain\tany\t",
      message: "column `spellings` is empty"),
    Fault(
      file: "legal-forms.tsv", row: "limited\tcertain\tany\tllc",
      message: "`llc` stands there twice"),
    Fault(
      file: "legal-forms.tsv", row: "limited\tcertain\tany\t«»",
      message: "`«»` holds no letter and no digit"),
    Fault(file: "honorifics.tsv", row: "x\tz\tany\tnovatitle", message: "unknown kinds `z`"),
    Fault(
      file: "numerals.tsv", row: "many\to\tany\tnovanumber",
      message: "`many` is not a number in range"),
    Fault(
      file: "characters.tsv", row: "3000\t2FFF\thyphen", message: "`2FFF` is not a number in range"),
    Fault(file: "characters.tsv", row: "3000\t3000\tklingon", message: "unknown class `klingon`"),
    Fault(file: "latin-folding.tsv", row: "Ä\tä", message: "unknown reading `Ä`"),
    Fault(file: "cyrillic.tsv", row: "а\ta\ta\ta\ta\ta\ta\ta", message: "`а` stands there twice"),
    Fault(
      file: "name-spellings.tsv", row: "novaname\tmohammed",
      message: "`mohammed` is a spelling of both `name:mohammad` and `name:novaname`"),
    Fault(file: "arabic-words.tsv", row: "nova\tnova", message: "unknown word `nova`"),
    Fault(file: "token-frequencies.tsv", row: "NOVA\t1\t1", message: "unknown token `NOVA`"),
    Fault(
      file: "token-frequencies.tsv", row: "zzzznova\t1\tx", message: "`x` is not a number in range"),
    Fault(
      file: "token-frequencies.tsv", row: "generic:plant\t1\t1",
      message: "`generic:plant` stands there twice"),
    Fault(file: "word-endings.tsv", row: "++\ta", message: "unknown mark `++`"),
    Fault(
      file: "form-words.tsv", row: "limited\talways\tnovaform", message: "unknown counts `always`"),
    Fault(
      file: "abbreviations.tsv", row: "novaword\tany\tnvw", message: "unknown stands for `novaword`"
    ),
    Fault(file: "hangul.tsv", row: "middle\t0\tㄱ\tg\tk", message: "unknown place `middle`"),
    Fault(file: "sound-folding.tsv", row: "Q\tk", message: "unknown letters `Q`"),
    Fault(
      file: "latin-languages.tsv", row: "klingon\tq\tk", message: "unknown language `klingon`"),
    Fault(file: "east-asian-words.tsv", row: "某某\tall\tnova", message: "unknown use `all`"),
    Fault(
      file: "compatibility-forms.tsv", row: "FB50\t0", message: "`0` is not a number in range"),
    Fault(file: "han-transcription.tsv", row: "夫\tv", message: "`夫` stands there twice"),
    Fault(file: "hebrew-words.tsv", row: "דוד\tdavid", message: "`דוד` stands there twice"),
    Fault(file: "han-words.tsv", row: "北方\tgreek\tnova", message: "unknown romanisation `greek`"),
    Fault(file: "confusables.tsv", row: "A\tB\t-", message: "unknown cyrillic `B`"),
    Fault(file: "misread-letters.tsv", row: "Q\tk", message: "unknown written `Q`"),
    Fault(file: "misread-letters.tsv", row: "7\ttt", message: "unknown meant `tt`"),
    Fault(file: "patronymic-endings.tsv", row: "ovich", message: "`ovich` stands there twice"),
  ])
  func `a fault is an error that names file and line`(_ fault: Fault) throws {
    var files = ProjectTables.files
    let old = String(decoding: try #require(files[fault.file]), as: UTF8.self)
    let line = old.split(separator: "\n", omittingEmptySubsequences: false).count
    files[fault.file] = Array((old + fault.row + "\n").utf8)
    let error = #expect(throws: NameModelError.self) { try NameModel(files) }
    #expect(error?.description == "\(fault.file):\(line): \(fault.message)")
  }

  @Test func `a missing table and a missing header are errors`() throws {
    var files = ProjectTables.files
    files["places.tsv"] = nil
    #expect(throws: NameModelError(.missingFile, file: "places.tsv")) { try NameModel(files) }
    files["places.tsv"] = Array("place\tkinds\tspellings\n".utf8)
    #expect(throws: NameModelError(.missingHeader, file: "places.tsv", line: 1)) {
      try NameModel(files)
    }
    files["places.tsv"] = [0x23, 0xFF, 0x0A]
    #expect(throws: NameModelError(.notUTF8, file: "places.tsv")) { try NameModel(files) }
    files["places.tsv"] = Array("# source: x; licence: y; version: 1\nplace\tspellings\n".utf8)
    let error = #expect(throws: NameModelError.self) { try NameModel(files) }
    #expect(error?.description.hasPrefix("places.tsv:") == true)
  }

  @Test func `the version changes with any byte of any table`() throws {
    let model = try ProjectTables.model()
    #expect(try NameModel(ProjectTables.files) == model)
    #expect(model.version.hasPrefix("2026.12-"))
    for name in ["places.tsv", "token-frequencies.tsv", "han-pinyin.tsv"] {
      var files = ProjectTables.files
      files[name]?.append(contentsOf: Array("# a remark\n".utf8))
      #expect(try NameModel(files).version != model.version, "\(name)")
    }
  }

  @Test func `every table names source, licence and version`() throws {
    #expect(ProjectTables.files.count >= 25)
    for (name, bytes) in ProjectTables.files.sorted(by: { $0.key < $1.key }) {
      let first = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      #expect(first.hasPrefix("# source: ") && first.contains("; licence: "), "\(name)")
    }
  }

  @Test func `rare words are worth more than common ones, and nothing less than the floor`() throws
  {
    let model = try ProjectTables.model()
    let analyser = NameAnalyser(model: model)
    let rarity = { (name: String, kind: PartyKind) -> Weight? in
      analyser.analyse(name, kind: kind).readings.first?.parts.last.map {
        model.rarity(of: $0, kind: kind)
      }
    }
    let dilmas = try #require(rarity("Dilmas", .organisation))
    let trading = try #require(rarity("Dilmas Trading", .organisation))
    let limited = try #require(rarity("Dilmas Limited", .organisation))
    #expect(dilmas > trading && trading > limited)
    #expect(limited >= NameModel.rarityFloor)
    // Spelled rarely, but the same name: as common as the name.
    #expect(rarity("Mohummad", .person) == rarity("Mohammad", .person))
    // Common among persons, rare among organisations.
    let person = try #require(rarity("Ivanovich", .person))
    let organisation = try #require(rarity("Ivanovich", .organisation))
    #expect(person < organisation)
  }

  @Test func `a model may be shared by threads`() async throws {
    let analyser = try ProjectTables.analyser()
    let expected = analyser.analyse("ООО Дилмас", kind: .organisation)
    await withTaskGroup(of: AnalysedName.self) { group in
      for _ in 0..<16 {
        group.addTask { analyser.analyse("ООО Дилмас", kind: .organisation) }
      }
      for await analysed in group { #expect(analysed == expected) }
    }
  }
}
