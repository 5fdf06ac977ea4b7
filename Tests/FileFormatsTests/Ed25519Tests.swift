import FileFormats
import Testing

struct Ed25519Tests {
  /// RFC 8032, section 7.1, test 2.
  @Test func `the standard's example is signed and verified`() throws {
    let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    let key = try #require(
      Hexadecimal.bytes(of: seed).flatMap { Ed25519.PrivateKey(seed: $0) })
    #expect(
      key.publicKey.hex == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let signature = key.signature(of: [0x72])
    #expect(
      Hexadecimal.text(of: signature)
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    #expect(key.publicKey.verifies(signature, of: [0x72]))
    #expect(!key.publicKey.verifies(signature, of: [0x73]))
    #expect(!"\(key)".contains(seed))
  }
}
