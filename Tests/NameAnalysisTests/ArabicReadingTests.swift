import NameAnalysis
import Testing
import TradeModel

struct ArabicReadingTests {
  @Test(arguments: [
    ReadingCase(.person, "محمد", "mohammad", .arabic),
    ReadingCase(.person, "موسی آصف الحسینی", "musa asaf husseini", .persian),
    ReadingCase(.person, "عبدالخالق الحوثي", "abdulkhaliq al huthi", .arabic),
    ReadingCase(.person, "عبد الرحمن", "abdulrahman", .arabic),
    ReadingCase(.person, "محمدجواد رستمی", "mohammad jawad rostami", .persian),
    ReadingCase(.person, "فرهاد علیزاده", "farhad alizadeh", .persian),
    ReadingCase(.person, "علي بن سالم", "ali bin salim", .arabic),
    ReadingCase(.organisation, "گروه صنعتی شهید همت", "goruh sanati shahid hemmat", .persian),
    ReadingCase(.organisation, "صنایع شهید باقری", "sanaye shahid bagheri", .persian),
    // One word with the keyboard's Arabic yeh and kaf, and with the Persian ones.
    ReadingCase(.organisation, "صنايع", "sanaye", .arabic),
    ReadingCase(.organisation, "شرکت نفت", "sherkat naft", .persian),
    ReadingCase(.organisation, "شركة الوطنية للتجارة", "sharikat wataniya tijara", .arabic),
    // A joiner, a lengthening mark and vowel signs are not letters.
    ReadingCase(.person, "مح\u{640}مد", "mohammad", .arabic),
    ReadingCase(.person, "مُحَمَّد", "mohammad", .arabic),
    ReadingCase(.person, "علی\u{200C}اکبر", "ali akbar", .persian),
    // No table has these: consonants with supplied vowels.
    ReadingCase(.person, "برزگش", "barzagash", .persian),
    ReadingCase(.person, "مهنگد", "mohnagad", .persian),
    ReadingCase(.person, "جوزان", "juzan", .arabic),
    ReadingCase(.person, "زلماچ", "zalmach", .persian),
    ReadingCase(.person, "وردان", "vardan", .persian),
    // A participle, a long a, a diphthong, an ending.
    ReadingCase(.person, "مترزق", "mutrazaq", .arabic),
    ReadingCase(.person, "ذازر", "dhazir", .arabic),
    ReadingCase(.person, "کوثرنی", "kowsarni", .persian),
    ReadingCase(.person, "برزگوی", "barzagavi", .persian),
    // Names of two words that are one, however they are written.
    ReadingCase(.person, "نجیب الله", "najibullah", .persian),
    ReadingCase(.person, "سیف\u{200C}الدین", "sayfuddin", .persian),
    ReadingCase(.person, "سعد الدين", "saduddin", .arabic),
    // Letters as old files join them.
    ReadingCase(.person, "\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}", "mohammad", .arabic),
    ReadingCase(.organisation, "فجر ۴", "fajr 4", .arabic),
  ])
  func `reads words with their common vowels`(_ sample: ReadingCase) throws {
    #expect(try sample.reading() == sample.expected)
  }

  @Test func `tells Persian from Arabic by its letters`() throws {
    let analyser = try ProjectTables.analyser()
    #expect(analyser.analyse("پرویز قاسمی", kind: .person).readings.first?.method == .persian)
    #expect(analyser.analyse("ضياء ثابت", kind: .person).readings.first?.method == .arabic)
  }

  @Test func `gives the spelling group of the Latin spellings`() throws {
    let analyser = try ProjectTables.analyser()
    let group = { (name: String) in
      analyser.analyse(name, kind: .person).readings.first?.parts.first?.group
    }
    let mohammad = try #require(group("Mohammad"))
    #expect(mohammad != 0)
    #expect(group("محمد") == mohammad)
    #expect(group("Мухаммад") == mohammad)
  }
}
