import FileFormats
import Testing

struct NamedUUIDTests {
  @Test func `a name gives the identifier of the standard's example`() throws {
    let dns = try #require(Hexadecimal.bytes(of: "6ba7b8109dad11d180b400c04fd430c8"))
    #expect(
      NamedUUID.text(of: "www.example.com", in: dns) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }
}
