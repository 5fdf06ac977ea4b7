import FileFormats
import Foundation
import Testing

struct TextEncodingTests {
  @Test func `takes bytes for UTF-8 exactly when they are`() {
    #expect(TextEncoding.detect(Array("Émile, ایران".utf8)) == .utf8)
    #expect(TextEncoding.detect([]) == .utf8)
    #expect(TextEncoding.detect([0x45, 0xE9, 0x45]) == .windows1252)
    #expect(TextEncoding.detect([0xC0, 0x80]) == .windows1252)
  }

  @Test func `decodes Windows-1252 as the WHATWG index has it`() {
    #expect(TextEncoding.windows1252.decode([0x80, 0x8C, 0x9F, 0xE9, 0x41]) == "€ŒŸéA")
    // The five bytes without a letter become controls and are not lost.
    let unassigned: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    #expect(
      TextEncoding.windows1252.decode(unassigned).unicodeScalars.map(\.value)
        == unassigned.map(UInt32.init))
  }

  @Test func `agrees with Foundation on every assigned byte`() {
    for byte in UInt8.min...UInt8.max where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
      #expect(
        TextEncoding.windows1252.decode([byte])
          == String(data: Data([byte]), encoding: .windowsCP1252), "\(byte)")
    }
  }
}
