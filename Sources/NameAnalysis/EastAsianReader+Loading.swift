extension EastAsianReader {
  mutating func addSimplified(_ file: TableFile) throws(NameModelError) {
    let to = try file.index(of: "simplified")
    let from = try file.index(of: "traditional")
    for row in file.rows {
      let target = try file.required(row, to).unicodeScalars.map(\.value)
      guard target.count == 1 else {
        throw NameModelError(
          .unknownWord(column: "simplified", found: file.text(row, to)), file: file.name,
          line: row.line)
      }
      for scalar in try file.required(row, from).unicodeScalars {
        simplified[scalar.value] = UInt64(target[0])
      }
    }
  }

  mutating func addWords(_ file: TableFile) throws(NameModelError) {
    let word = try file.index(of: "word")
    let method = try file.index(of: "romanisation")
    let reading = try file.index(of: "reading")
    for row in file.rows {
      let key = self.key(try file.required(row, word).unicodeScalars.map(\.value))
      let number = UInt32(wordReadings.count)
      wordReadings.append(try file.required(row, reading).utf8)
      let old: UInt32?
      switch file.text(row, method) {
      case Romanisation.pinyin.word: old = pinyinWords.set(key, number)
      case Romanisation.japanese.word: old = japaneseWords.set(key, number)
      default:
        throw NameModelError(
          .unknownWord(column: "romanisation", found: file.text(row, method)), file: file.name,
          line: row.line)
      }
      if old != nil {
        throw NameModelError(.duplicate(file.text(row, word)), file: file.name, line: row.line)
      }
    }
  }

  /// Takes `east-asian-words.tsv`. Two writings of one word may fold to one; the first stands.
  mutating func addEnglish(_ file: TableFile) throws(NameModelError) {
    let word = try file.index(of: "word")
    let use = try file.index(of: "use")
    let column = try file.index(of: "english")
    var seen: Set<String> = []
    for row in file.rows {
      let text = try file.required(row, word)
      guard seen.insert(text).inserted else {
        throw NameModelError(.duplicate(text), file: file.name, line: row.line)
      }
      let key = self.key(text.unicodeScalars.map(\.value))
      let first = UInt32(englishWords.count)
      for word in try file.required(row, column).split(separator: " ") {
        englishWords.append(word.utf8)
      }
      let number = UInt32(english.count)
      english.append(first..<UInt32(englishWords.count))
      switch file.text(row, use) {
      case "company":
        if companyWords.value(of: key, key.indices) == nil { companyWords.set(key, number) }
      case "name":
        if nameWords.value(of: key, key.indices) == nil { nameWords.set(key, number) }
      case let other:
        throw NameModelError(
          .unknownWord(column: "use", found: other), file: file.name, line: row.line)
      }
    }
  }

  /// Takes `han-transcription.tsv`.
  mutating func addTranscriptions(_ file: TableFile) throws(NameModelError) {
    let letters = try file.index(of: "letters")
    let reading = try file.index(of: "reading")
    for row in file.rows {
      let text = try file.required(row, letters)
      let key = self.key(text.unicodeScalars.map(\.value))
      if transcriptions.set(key, UInt32(transcriptionReadings.count)) != nil {
        throw NameModelError(.duplicate(text), file: file.name, line: row.line)
      }
      transcriptionReadings.append(try file.required(row, reading).utf8)
    }
  }

  mutating func addSurnames(_ file: TableFile) throws(NameModelError) {
    let columns = [
      try file.index(of: "pinyin"), try file.index(of: "wade-giles"),
      try file.index(of: "cantonese"),
    ]
    let surname = try file.index(of: "surname")
    for row in file.rows {
      let key = self.key(try file.required(row, surname).unicodeScalars.map(\.value))
      var readings: [[UInt8]] = []
      for column in columns { readings.append(Array(try file.required(row, column).utf8)) }
      // Two surnames may have one simplified form; the first stands.
      guard surnames.value(of: key, key.indices) == nil else { continue }
      surnames.set(key, UInt32(surnameReadings.count / columns.count))
      for reading in readings { surnameReadings.append(reading) }
    }
  }

  mutating func addHangul(_ file: TableFile) throws(NameModelError) {
    let place = try file.index(of: "place")
    let number = try file.index(of: "number")
    let letter = try file.index(of: "jamo")
    let revised = try file.index(of: Romanisation.koreanRevised.word)
    let common = try file.index(of: Romanisation.koreanCommon.word)
    for row in file.rows {
      let pair = [Array(file.cell(row, revised)), Array(file.cell(row, common))].map {
        $0 == [0x2D] ? [] : $0
      }
      switch file.text(row, place) {
      case "surname":
        let scalars = try file.required(row, letter).unicodeScalars.map(\.value)
        koreanSurnames.set(key(scalars), UInt32(koreanSurnameReadings.count / pair.count))
        for reading in pair { koreanSurnameReadings.append(reading) }
      case let word:
        guard let index = ["initial", "medial", "final"].firstIndex(of: word) else {
          throw NameModelError(
            .unknownWord(column: "place", found: word), file: file.name, line: row.line)
        }
        guard Int(try file.number(row, number)) * pair.count == jamo[index].count else {
          throw NameModelError(
            .badNumber(file.text(row, number)), file: file.name, line: row.line)
        }
        for reading in pair { jamo[index].append(reading) }
      }
    }
    for (index, count) in [19, 21, 28].enumerated() where jamo[index].count != 2 * count {
      throw NameModelError(
        .badNumber("\(jamo[index].count / 2) of \(count) jamo"), file: file.name)
    }
  }

  /// Gives back the room for more words.
  mutating func close() {
    simplified.close()
    meanings.close()
    tags = tags.exact
    companyWords.close()
    nameWords.close()
    english = english.exact
    englishWords.close()
    transcriptions.close()
    transcriptionReadings.close()
    pinyinWords.close()
    japaneseWords.close()
    wordReadings.close()
    surnames.close()
    surnameReadings.close()
  }

  /// Adds a spelling of the tables of meanings, so that it is cut out of runs.
  mutating func addMeaning(_ scalars: [UInt32], _ tag: Tag) {
    let key = self.key(scalars)
    guard meanings.value(of: key, key.indices) == nil else { return }
    meanings.set(key, UInt32(tags.count))
    tags.append(tag)
  }
}
