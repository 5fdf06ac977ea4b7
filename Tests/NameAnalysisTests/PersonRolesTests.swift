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
  ])
  func `spellings of one name share a group`(_ names: [String]) throws {
    let analyser = try ProjectTables.analyser()
    let groups = names.map { name in
      analyser.analyse(name, kind: .person).readings.first?.parts.map(\.group) ?? []
    }
    #expect(groups.allSatisfy { $0.count == 1 && $0 == groups[0] }, "\(groups)")
    #expect(groups[0] != [0])
  }

  @Test func `different names have different groups`() throws {
    let analyser = try ProjectTables.analyser()
    let group = { (name: String) in
      analyser.analyse(name, kind: .person).readings.first?.parts.first?.group
    }
    #expect(group("Mohammed") != group("Mahmoud"))
    #expect(group("Abdul Rahman") != group("Abdul Rahim"))
    #expect(group("Dilmas") == 0)
  }
}
