import TradeModel

/// The tables behind ``NameModel``, laid out for look-ups.
///
/// A class, so that a copy of the model is one reference; immutable, so that threads share it.
final class NameTables: Sendable {
  let version: String
  let romaniser: Romaniser
  let personTags: TagTable
  let organisationTags: TagTable
  let vesselTags: TagTable
  let unknownTags: TagTable
  /// By group: the word that stands for it in a translation.
  let heads: GroupTexts
  let spellings: ByteTable
  /// Groups of persons' names by how they sound, for names in no table.
  let sounds: SoundGroups
  let latinLanguages: LatinLanguages
  let misreadLetters: MisreadLetters
  let patronymicEndings: ByteTable
  let commonWords: ByteTable
  let wordEndings: WordEndings
  let formWords: FormWords
  let shortened: ShortenedWords
  /// By group: the words that an abbreviation stands for.
  let expansions: [UInt32: [(text: [UInt8], tag: Tag?)]]
  /// Groups that were counted as such; their words have a rarity of their own beside it.
  private let meanings: Set<UInt32>
  /// The full name of every group by its number.
  let groupNames: GroupTexts
  private let divineNames: ByteTable
  let frequencies: Frequencies
  /// The counts of each group's spellings together: persons, organisations.
  private let groupCounts: NumberTable<UInt32, NameCounts>

  init(_ files: [String: [UInt8]]) throws(NameModelError) {
    func table(_ name: String, _ columns: String...) throws(NameModelError) -> TableFile {
      guard let bytes = files[name] else { throw NameModelError(.missingFile, file: name) }
      return try TableFile(name, bytes: bytes, minimumColumns: columns)
    }

    let classes = try CharacterClasses(table("characters.tsv", "first", "last", "class"))
    var letters = LetterReadings()
    try letters.addFolding(table("latin-folding.tsv", "reading", "letters"))
    for name in Self.alphabets { try letters.addAlphabet(table(name, "letter")) }
    try letters.addFolding(table("han-pinyin.tsv", "reading", "letters"))
    letters.close()
    var romaniser = Romaniser(
      classes: classes,
      confusables: try Confusables(
        table("confusables.tsv", "latin", "cyrillic", "greek"), classes: classes),
      forms: try CompatibilityForms(table("compatibility-forms.tsv", "form", "letters")),
      letters: letters)

    let nameSpellings = try table("name-spellings.tsv", "name", "spellings")
    let divine = try table("divine-names.tsv", "name", "spellings")
    try TagBuilder.addArabicReadings(of: [nameSpellings, divine], to: &romaniser)
    try romaniser.arabic.add(table("arabic-words.tsv", "word", "reading"), classes: classes)
    try romaniser.hebrew.add(table("hebrew-words.tsv", "word", "reading"))
    try romaniser.eastAsian.addSimplified(
      table("han-simplified.tsv", "simplified", "traditional"))
    try romaniser.eastAsian.addWords(table("han-words.tsv", "word", "romanisation", "reading"))
    try romaniser.eastAsian.addEnglish(
      table("east-asian-words.tsv", "word", "use", "english"))
    try romaniser.eastAsian.addTranscriptions(
      table("han-transcription.tsv", "letters", "reading"))
    try romaniser.eastAsian.addSurnames(
      table("han-surnames.tsv", "surname", "pinyin", "wade-giles", "cantonese"))
    try romaniser.eastAsian.addHangul(table("hangul.tsv", "place", "number", "jamo"))

    let wordEndings = try WordEndings(table("word-endings.tsv", "mark", "endings"))
    var builder = TagBuilder(romaniser: romaniser, endings: wordEndings)
    try builder.addForms(table("legal-forms.tsv", "class", "level", "where", "spellings"))
    try builder.add(
      table("honorifics.tsv", "title", "kinds", "where", "spellings"), role: .honorific,
      space: "honorific", name: "title")
    try builder.add(
      table("particles.tsv", "particle", "kinds", "where", "spellings"), role: .particle,
      space: "particle", name: "particle")
    try builder.addNumerals(table("numerals.tsv", "value", "kinds", "where", "spellings"))
    try builder.add(
      table("generic-words.tsv", "concept", "kinds", "spellings"), role: .generic,
      space: "generic", name: "concept")
    try builder.add(
      table("places.tsv", "place", "kinds", "spellings"), role: .place, space: "place",
      name: "place")
    try builder.addAbbreviations(
      table("abbreviations.tsv", "stands for", "where", "abbreviations"))
    try builder.addFormWords(table("form-words.tsv", "class", "counts", "words"))
    try builder.addSpellings(nameSpellings)
    try builder.addDivine(divine)
    try builder.addEndings(table("patronymic-endings.tsv", "ending"))
    let frequencyFile = try table(
      "token-frequencies.tsv", "token", "persons", "organisations")
    let frequencies = try Frequencies(frequencyFile)

    builder.close()
    romaniser = builder.romaniser
    heads = GroupTexts(builder.heads)
    romaniser.eastAsian.heads = heads
    romaniser.close()
    self.romaniser = romaniser
    personTags = builder.table(for: .person)
    organisationTags = builder.table(for: .organisation)
    vesselTags = builder.table(for: .vessel)
    unknownTags = builder.table(for: .unknown)
    spellings = builder.spellings
    patronymicEndings = builder.patronymicEndings
    self.wordEndings = wordEndings
    formWords = builder.formWords
    shortened = builder.shortened
    expansions = builder.expansions
    groupNames = GroupTexts(builder.groupNames.mapValues(\.utf8))
    commonWords = builder.commonWords
    divineNames = builder.divine
    self.frequencies = frequencies
    var sounds = try SoundGroups(
      folding: table("sound-folding.tsv", "letters", "sound"),
      syllables: table("east-asian-syllables.tsv", "system", "syllables"))
    for (text, group) in builder.nameSpellings { sounds.add(text, group) }
    latinLanguages = try LatinLanguages(
      table("latin-languages.tsv", "language", "letters", "reading"))
    sounds.close()
    self.sounds = sounds
    misreadLetters = try MisreadLetters(table("misread-letters.tsv", "written", "meant"))
    var counts: [UInt32: NameCounts] = [:]
    let token = try frequencyFile.index(of: "token")
    for row in frequencyFile.rows {
      let text = Array(frequencyFile.cell(row, token))
      guard builder.spellings.value(of: text, text.indices) == nil,
        let group = sounds.group(of: text, text.indices)
      else { continue }
      counts[group, default: NameCounts()] += frequencies.counts(of: text)
    }
    for (text, group) in builder.spellingList {
      counts[group, default: NameCounts()] += frequencies.counts(of: text)
    }
    // What was counted by group is exact: a name with two words of a group counts once.
    for (group, count) in frequencies.groups { counts[group] = count }
    groupCounts = NumberTable(counts)
    meanings = Set(frequencies.groups.keys)
    version = frequencyFile.version + "-" + Self.fingerprint(of: files)
  }

  /// The alphabets' files: every column but `letter` is a romanisation.
  static let alphabets = [
    "cyrillic.tsv", "greek.tsv", "hebrew.tsv", "armenian.tsv", "georgian.tsv", "arabic.tsv",
    "kana.tsv", "thai.tsv", "devanagari.tsv", "other-scripts.tsv",
  ]

  func tags(for kind: PartyKind) -> TagTable {
    switch kind {
    case .person: personTags
    case .organisation: organisationTags
    case .vessel, .aircraft: vesselTags
    case .unknown: unknownTags
    }
  }

  /// The group of `Abd al-` with the second half `range` of `text`; nil when it is none known.
  func divine(_ text: [UInt8], _ range: Range<Int>) -> UInt32? {
    divineNames.value(of: text, range)
  }

  /// The group of a name's word: of the table that has it, else by its sound; 0 where it has none.
  func nameGroup(_ text: [UInt8], _ range: Range<Int>) -> UInt32 {
    spellings.value(of: text, range) ?? sounds.group(of: text, range) ?? 0
  }

  /// The word that letters were misread from, where they are no word and it is one.
  func meant(by text: ArraySlice<UInt8>, kind: PartyKind) -> [UInt8]? {
    guard misreadLetters.mayBeMisread(text) else { return nil }
    let isCommon = { (text: [UInt8]) in
      self.commonWords.value(of: text, text.indices) != nil
    }
    return misreadLetters.meant(by: text, isCommon: isCommon) { text in
      isCommon(text) || self.spellings.value(of: text, text.indices) != nil
        || self.frequencies.count(of: text, kind: .unknown).count > 0
        || (kind != .person && self.tags(for: kind).tag(text) != nil)
    }
  }

  func rarity(of part: NamePart, kind: PartyKind) -> Weight {
    var (count, names) = frequencies.count(of: part.text, kind: kind)
    let own = Frequencies.bits(count: count, of: names)
    if part.group != 0, let group = groupCounts[part.group] {
      count = max(count, group.count(for: kind))
    }
    var bits = Frequencies.bits(count: count, of: names)
    // Half way between the meaning and the word: the same word says more than the same meaning.
    if part.role != .legalForm, meanings.contains(part.group) { bits += (own - bits) / 2 }
    return max(NameModel.rarityFloor, Weight(tenthsOfBit: bits))
  }

  /// How rare a meaning is in names of the kind, in tenths of a bit, whatever word stands for it.
  func rarity(ofMeaning group: UInt32, kind: PartyKind) -> Int {
    let kind = kind == .organisation ? kind : .unknown
    let counted = groupCounts[group] ?? NameCounts()
    return Frequencies.bits(
      count: counted.count(for: kind), of: frequencies.names.count(for: kind))
  }

  /// FNV-1a, 64 bits, over names and bytes in the order of the names. It tells tables apart; it does
  /// not protect against someone who wants a collision, for which the knowledge digest is there.
  private static func fingerprint(of files: [String: [UInt8]]) -> String {
    var hash = ByteTable.seed
    for name in files.keys.filter({ $0.hasSuffix(".tsv") }).sorted() {
      for byte in name.utf8 { hash = ByteTable.mixed(hash, byte) }
      hash = ByteTable.mixed(hash, 0)
      for byte in files[name] ?? [] { hash = ByteTable.mixed(hash, byte) }
      hash = ByteTable.mixed(hash, 0)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
