import NameAnalysis
import Testing
import TradeModel

struct FurtherScriptsTests {
  @Test(arguments: [
    ReadingCase(.person, "Γεώργιος Παπαδόπουλος", "georgios papadopoulos", .greek),
    ReadingCase(.person, "Ευάγγελος", "evangelos", .greek),
    ReadingCase(.person, "ΜΠΑΡΜΠΑΣ", "mparmpas", .greek),
    ReadingCase(.person, "Νίκος Ούζος", "nikos ouzos", .greek),
    ReadingCase(.person, "בנימין כהן", "binyamin cohen", .hebrew),
    ReadingCase(.person, "פרץ יוסף", "peretz yosef", .hebrew),
    // No table has this one: an `a` stands where two consonants begin or end a word.
    ReadingCase(.person, "שלום דרדר", "shalom dardar", .hebrew),
    ReadingCase(.person, "Սարգսյան", "sargsyan", .armenian),
    ReadingCase(.person, "Ելենա Ոսկանյան", "yelena voskanyan", .armenian),
    ReadingCase(.person, "Խաչատուր Ղուկասյան", "khachatur ghukasyan", .armenian),
    ReadingCase(.person, "გიორგი", "giorgi", .georgian),
    ReadingCase(.person, "ทักษิณ", "thaksin", .thai),
    ReadingCase(.person, "เสน", "sen", .thai),
    ReadingCase(.person, "สมชาย", "somchai", .thai),
    // The sign of silence takes its consonant away.
    ReadingCase(.person, "ประยุทธ์", "prayuth", .thai),
    ReadingCase(.person, "नरेन्द्र मोदी", "narendra modi", .devanagari),
    ReadingCase(.person, "कमल", "kamal", .devanagari),
    ReadingCase(.person, "সুন্দর", "sundar", .devanagari),
    ReadingCase(.person, "ગાંધી", "gandhi", .devanagari),
    ReadingCase(.person, "ሀይለ", "hayla", .other),
  ])
  func `reads letters of the script`(_ sample: ReadingCase) throws {
    #expect(try sample.reading() == sample.expected)
  }

  @Test(arguments: [
    ("Łukasz Żółć", "lukasz zolc"), ("Müller-Strauß", "muller strauss"),
    ("Ørsted Ægir", "orsted aegir"), ("Đỗ Mười", "do muoi"), ("Yağız Işık", "yagiz isik"),
    ("Þórður", "thordur"), ("Əliyev", "aliyev"), ("Ñuñoa", "nunoa"), ("Cœur", "coeur"),
    ("O’Brien", "obrien"), ("Qur`an", "quran"), ("Ｎｏｖａ　Ｓｔａｒ", "nova star"),
    ("e\u{301}toile", "etoile"), ("Ǆoković", "dzokovic"), ("ﬁnance", "finance"),
  ])
  func `folds Latin letters`(_ name: String, _ expected: String) throws {
    let analysed = try ProjectTables.analyser().analyse(name, kind: .person)
    #expect(analysed.readings.first?.spelling == expected)
    #expect(analysed.readings.map(\.method) == [.latin])
  }

  @Test func `keeps a letter that no table has as its number`() throws {
    let analysed = try ProjectTables.analyser().analyse("\u{12000}\u{12001}", kind: .person)
    #expect(analysed.readings.first?.spelling == "u012000u012001")
  }
}
