import FileFormats
import Testing

struct SHA256Tests {
  /// Source: NIST, FIPS 180-4 example values, and the million-letter vector of FIPS 180-2.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `gives the published digests`(text: String, hex: String) {
    #expect(String(describing: SHA256.digest(of: text)) == hex)
  }

  @Test func `parts give the digest of the whole`() {
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let sha = SHA256()
    var place = 0
    for step in [1, 63, 64, 65, 127, 999_680] {
      sha.update(Array(million[place..<(place + step)]))
      place += step
    }
    #expect(place == million.count)
    #expect(
      String(describing: sha.finish())
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
