import NameAnalysis
import Testing
import TradeModel

struct PersonRolesTests {
  @Test(arguments: [
    AnalysisCase(
      .person, "Sergey Ivanovich ASTAFUROV", "given:sergey patronymic:ivanovich family:astafurov"),
    AnalysisCase(
      .person, "ASTAFUROV, Sergey Ivanovich", "family:astafurov given:sergey patronymic:ivanovich"),
    AnalysisCase(
      .person, "Андрей Андреевич КОВАЛЕВ", "given:andrey patronymic:andreyevich family:kovalev"),
    AnalysisCase(.person, "KOVALEV ANDREY", "kovalev andrey"),
    AnalysisCase(
      .person, "Maxim Petrovich Dilmovich", "maxim patronymic:petrovich dilmovich"),
    AnalysisCase(.person, "Ivan Petrovic", "ivan petrovic"),
    AnalysisCase(
      .person, "Al-Mokhtar Ben Mohamed BOUCHOUCHA",
      "particle:al given:mokhtar particle:ben given:mohamed family:bouchoucha"),
    AnalysisCase(.person, "Abd al-Rahman AL-JAMAL", "given:abdulrahman particle:al family:jamal"),
    AnalysisCase(.person, "Abdurrahman", "abdulrahman"),
    AnalysisCase(.person, "AbdulRahman Yusuf", "abdulrahman yusuf"),
    AnalysisCase(.person, "Abdel Karim", "abdulkarim"),
    AnalysisCase(.person, "Abd ar-Razzaq", "abdulrazzaq"),
    AnalysisCase(.person, "Abdul Smith", "abdul smith"),
    AnalysisCase(.person, "Dr. Mohammed A. Hosseini", "honorific:dr mohammed initial:a hosseini"),
    AnalysisCase(.person, "Haji Mullah Omar", "honorific:haji honorific:mullah omar"),
    AnalysisCase(
      .person, "Brigadier General Reza Karimi", "honorific:brigadiergeneral reza karimi"),
    AnalysisCase(.person, "Ludwig van Dilmas", "ludwig particle:van dilmas"),
    AnalysisCase(.person, "Van Dilmas", "van dilmas"),
    AnalysisCase(.person, "Sang-Guk So", "sang guk so"),
    AnalysisCase(.person, "HaylinaDANILCHENKO", "given:haylina family:danilchenko"),
    AnalysisCase(.person, "Angus McDonald", "angus mcdonald"),
    // One small letter in a word of capitals is a slip, not a seam.
    AnalysisCase(.person, "Reza DILMOODhI", "given:reza family:dilmoodhi"),
    AnalysisCase(.person, "Reza AlDILMASY", "given:reza particle:al family:dilmasy"),
    AnalysisCase(.person, "Saif al-Din Dilmas", "saifuddin dilmas"),
    AnalysisCase(.person, "Saif Uddin Dilmas", "saifuddin dilmas"),
    AnalysisCase(.person, "Habib Ullah", "habibullah"),
    AnalysisCase(.person, "Juan de la Cruz", "juan particle:dela cruz"),
    AnalysisCase(.person, "Peter Dilmas III", "peter dilmas numeral:iii"),
    AnalysisCase(.person, "London Trading", "london trading"),
  ])
  func `gives parts their roles`(_ sample: AnalysisCase) throws {
    let analysed = try ProjectTables.analyser().analyse(sample.name, kind: sample.kind)
    #expect(analysed.readings.first?.notation == sample.expected)
  }

  @Test(arguments: [
    ["Mohammed", "Muhammad", "Mohamed", "Mehmet"],
    ["Yevgeny", "Evgeniy", "Jevgenij", "Yevhen", "Евгений"],
    ["Hussein", "Husayn", "Hossein", "Hüseyin"],
    ["Abdul Rahman", "Abdurrahman", "Abd al-Rahman", "Abdelrahman", "AbdulRahman"],
    ["Aleksandr", "Alexander", "Oleksandr", "Александр"],
    // In no table: they sound alike.
    ["Dilmoozi", "Dilmuzi", "Dilmouzy", "Dilmodhi"],
    ["Zhdilmov", "Zhdilmow"],
    ["Salahuddin", "Salah al-Din", "Salaheddine", "صلاح الدين"],
    ["Seong", "Song", "Sung"], ["Guk", "Kuk", "Kook"],
  ])
  func `spellings of one name share a group`(_ names: [String]) throws {
    let analyser = try ProjectTables.analyser()
    let groups = names.map { name in
      analyser.analyse(name, kind: .person).readings.first?.parts.map(\.group) ?? []
    }
    #expect(groups.allSatisfy { $0.count == 1 && $0 == groups[0] }, "\(groups)")
    #expect(groups[0] != [0])
  }

  @Test(arguments: [
    ("Song", "Jong"), ("Ryong", "Yong"), ("Kang", "Hwang"), ("Guiying", "Huining"),
    ("Xu", "Zhu"),
  ])
  func `syllables of Chinese and Korean names are apart`(_ one: String, _ other: String) throws {
    let analyser = try ProjectTables.analyser()
    let part = { (name: String) in
      try #require(analyser.analyse(name, kind: .person).readings.first?.parts.first)
    }
    #expect(try part(one).isSyllable && part(other).isSyllable)
    #expect(try part(one).group != part(other).group)
    #expect(try !part("Zamani").isSyllable && !part("Mohammad").isSyllable)
  }

  @Test func `a given name of two Korean syllables in one word is also read apart`() throws {
    let readings = try ProjectTables.analyser().analyse("Jon Myongguk", kind: .person).readings
    #expect(readings.map(\.spelling) == ["jon myongguk", "jon myong guk"])
    let other = try ProjectTables.analyser().analyse("Wang Xiaoping", kind: .person).readings
    #expect(other.count == 1)
  }

  @Test(arguments: [
    ("Nikolai Saizew", "nikolai zaitsev", Romanisation.german),
    ("Dschemma Schtefirza", "jemma shtefirtsa", .german),
    ("Sergej Anatoljevitj SOLOVJOV", "sergey anatolyevich solovyov", .swedish),
  ])
  func `spellings of Russian by other languages are read as English ones`(
    _ name: String, _ expected: String, _ method: Romanisation
  ) throws {
    let readings = try ProjectTables.analyser().analyse(name, kind: .person).readings
    #expect(readings.first?.method == .latin)
    #expect(readings.first { $0.method == method }?.spelling == expected)
  }

  @Test func `different names have different groups`() throws {
    let analyser = try ProjectTables.analyser()
    let group = { (name: String) in
      analyser.analyse(name, kind: .person).readings.first?.parts.first?.group
    }
    #expect(group("Mohammed") != group("Mahmoud"))
    #expect(group("Abdul Rahman") != group("Abdul Rahim"))
    #expect(group("Dilmas") != group("Dilmad"))
    #expect(group("Fazil") != group("Fasil"))
  }
}
