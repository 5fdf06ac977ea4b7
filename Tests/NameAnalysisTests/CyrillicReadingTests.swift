import NameAnalysis
import Testing
import TradeModel

struct CyrillicReadingTests {
  @Test(arguments: [
    ReadingCase(.person, "Сергей Щукин", "sergey shchukin", .russianBGN),
    ReadingCase(.person, "Сергей Щукин", "sergei shchukin", .russianPassport),
    ReadingCase(.person, "Хорошилов", "horosilov", .russianISO9),
    ReadingCase(.person, "Евгений", "yevgeniy", .russianBGN),
    ReadingCase(.person, "Евгений", "evgenii", .russianPassport),
    ReadingCase(.person, "Андреевич", "andreyevich", .russianBGN),
    ReadingCase(.person, "Подъячев", "podieiachev", .russianPassport),
    ReadingCase(.person, "Подъячев", "podyachev", .russianBGN),
    ReadingCase(.person, "Юлия Цой", "iuliia tsoi", .russianPassport),
    ReadingCase(.person, "Фёдор", "fyodor", .russianBGN),
    ReadingCase(.person, "Жуков", "zukov", .russianISO9),
    ReadingCase(.person, "Ігор Згурський", "ihor zghurskyi", .ukrainian),
    ReadingCase(.person, "Їжакевич", "yizhakevych", .ukrainian),
    ReadingCase(.person, "Юлія Яценко", "yuliia yatsenko", .ukrainian),
    ReadingCase(.person, "Григоренко", "hryhorenko", .ukrainian),
    ReadingCase(.person, "Яўген Быкаў", "yawhen bykaw", .belarusian),
    ReadingCase(.person, "Търнов", "tarnov", .bulgarian),
    ReadingCase(.person, "Ђорђе Љубичић", "djordje ljubicic", .serbian),
    ReadingCase(.person, "Қанат Әлиұлы", "qanat aliuly", .russianBGN),
    // Letters with the breve and the diaeresis written apart.
    ReadingCase(.person, "Андреи\u{306}", "andrey", .russianBGN),
    ReadingCase(.person, "Фе\u{308}дор", "fyodor", .russianBGN),
  ])
  func `reads letters by the romanisation`(_ sample: ReadingCase) throws {
    #expect(try sample.reading() == sample.expected)
  }

  @Test func `puts the reading of the language whose letters are there first`() throws {
    let analyser = try ProjectTables.analyser()
    let first = { (name: String) in analyser.analyse(name, kind: .person).readings.first?.method }
    #expect(first("Ігор") == .ukrainian)
    #expect(first("Быкаў") == .belarusian)
    #expect(first("Ђорђе") == .serbian)
    #expect(first("Търнов") == .bulgarian)
    #expect(first("Попов") == .russianBGN)
  }

  @Test func `gives equal readings once`() throws {
    let readings = try ProjectTables.analyser().analyse("Попов", kind: .person).readings
    #expect(readings.map(\.spelling) == ["popov"])
  }
}
