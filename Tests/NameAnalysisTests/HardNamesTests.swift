import NameAnalysis
import Testing
import TradeModel

struct HardNamesTests {
  @Test(arguments: ["", " ", "-", "...", ")(", "\u{200F}\u{202E}", "\u{301}", "«»", "🚢"])
  func `a name without a letter or digit has no reading`(_ name: String) throws {
    let analyser = try ProjectTables.analyser()
    for kind in PartyKind.allCases {
      #expect(analyser.analyse(name, kind: kind).readings.isEmpty)
    }
  }

  @Test(arguments: ["a", "Я", "金", "م", "1", "ー", "김"])
  func `one character is a name`(_ name: String) throws {
    let analyser = try ProjectTables.analyser()
    for kind in PartyKind.allCases {
      let analysed = analyser.analyse(name, kind: kind)
      #expect(analysed.verbatim == name)
      if name != "ー" { #expect(analysed.readings.first?.parts.count == 1) }
    }
  }

  @Test func `letters that look alike are read as the word's script`() throws {
    let analyser = try ProjectTables.analyser()
    // Cyrillic а and о in Latin words; Latin o in a Cyrillic one.
    let mixed = analyser.analyse("Russi\u{430}n C\u{43E}mpany Dilm\u{430}s", kind: .organisation)
    let plain = analyser.analyse("Russian Company Dilmas", kind: .organisation)
    #expect(mixed.readings.map(\.notation) == plain.readings.map(\.notation))
    #expect(
      analyser.analyse("Пoпoв", kind: .person).readings.map(\.spelling)
        == analyser.analyse("Попов", kind: .person).readings.map(\.spelling))
  }

  @Test func `marks of direction and joiners change nothing`() throws {
    let analyser = try ProjectTables.analyser()
    let plain = analyser.analyse("Reza Dilmas", kind: .person).readings.map(\.spelling)
    for mark in ["\u{200E}", "\u{200F}", "\u{202A}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{AD}"] {
      let name = "R\(mark)eza\(mark) \(mark)Dil\(mark)mas"
      #expect(analyser.analyse(name, kind: .person).readings.map(\.spelling) == plain)
    }
  }

  @Test func `every part stands where its source says`() throws {
    let analyser = try ProjectTables.analyser()
    for name in [
      "Dr. Žaneta O’Brien-Müller", "ООО «Дилмас»", "深圳市硕方机械有限公司", "محمدجواد رستمی",
      "Dilmas4 GmbH", "김정은", "AbdulRahman al-Dilmas",
    ] {
      let bytes = Array(name.utf8)
      for reading in analyser.analyse(name, kind: .organisation).readings {
        var last = 0
        for part in reading.parts {
          #expect(part.source.lowerBound >= last)
          #expect(part.source.upperBound <= bytes.count)
          #expect(String(validating: bytes[part.source], as: UTF8.self) != nil, "\(name)")
          last = part.source.upperBound
        }
      }
    }
    let parts = analyser.analyse("Dr. Žaneta O’Brien", kind: .person).readings[0].parts
    let verbatim = Array("Dr. Žaneta O’Brien".utf8)
    #expect(
      parts.map { String(decoding: verbatim[$0.source], as: UTF8.self) }
        == ["Dr", "Žaneta", "O’Brien"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["a", "ab ", "Я", "م", "金", "김", "1", "a1", "\u{301}", "abd ", "x-", "ทเ"]
  )
  func `ten thousand characters are bounded work`(_ piece: String) throws {
    let name = String(repeating: piece, count: 10_000 / piece.unicodeScalars.count)
    let analyser = try ProjectTables.analyser()
    for kind in PartyKind.allCases {
      let analysed = analyser.analyse(name, kind: kind)
      #expect(analysed.verbatim == name)
      #expect(analysed.readings.count <= 4)
      for reading in analysed.readings {
        #expect(reading.parts.count <= 1024)
        #expect(reading.parts.allSatisfy { (1...63).contains($0.text.count) })
      }
    }
  }

  @Test(arguments: [UInt64(1), 20_261_123, 0xDEAD_BEEF])
  func `any characters at all give well-formed parts, twice the same`(_ seed: UInt64) throws {
    let analyser = try ProjectTables.analyser()
    var generator = SeededGenerator(seed: seed)
    // Blocks of every script that has a table, signs, marks, and the whole range.
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x590...0x5FF,
      0x600...0x6FF, 0x900...0xD7F, 0xE00...0xE7F, 0x10A0...0x10FF, 0x1100...0x11FF,
      0x2000...0x206F, 0x3040...0x30FF, 0x3200...0x33FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFB00...0xFDFF, 0xFE70...0xFFEF, 0x1_0000...0x10_FFFF,
    ]
    for round in 0..<400 {
      var scalars = String.UnicodeScalarView()
      var block = blocks[0]
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Int.random(in: 0...4, using: &generator) == 0 {
          block = blocks[Int.random(in: 0..<blocks.count, using: &generator)]
        }
        if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) {
          scalars.append(scalar)
        }
      }
      let name = String(scalars)
      let kind = PartyKind.allCases[round % PartyKind.allCases.count]
      let analysed = analyser.analyse(name, kind: kind)
      #expect(analysed == analyser.analyse(name, kind: kind), "seed \(seed), round \(round)")
      for part in analysed.readings.flatMap(\.parts) {
        let isPlain = part.text.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
        #expect(isPlain && (1...63).contains(part.text.count), "seed \(seed), round \(round)")
        #expect(
          part.source.lowerBound >= 0 && part.source.upperBound <= name.utf8.count,
          "seed \(seed), round \(round)")
      }
    }
  }
}
