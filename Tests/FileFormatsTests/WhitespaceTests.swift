import FileFormats
import Testing

struct WhitespaceTests {
  @Test(arguments: [
    ("", "", ""), (" ", "", ""), ("a", "a", "a"), (" a  b ", "a  b", "a b"), ("a b", "a b", "a b"),
    ("a\n\tb\r\n", "a\n\tb", "a b"), ("\u{A0}a\u{A0}\u{A0}b\u{3000}", "a\u{A0}\u{A0}b", "a b"),
    ("é ü", "é ü", "é ü"), ("محمد  علي", "محمد  علي", "محمد علي"), ("東 京", "東 京", "東 京"),
    ("\u{2028}x\u{2009}y\u{85}", "x\u{2009}y", "x y"), ("а\u{1680}б", "а\u{1680}б", "а б"),
    ("\u{200B}a", "\u{200B}a", "\u{200B}a"), ("â€", "â€", "â€"),
  ])
  func `white space of any script is trimmed and folded, nothing else`(
    text: String, trimmed: String, folded: String
  ) {
    #expect(text.trimmingWhitespace() == trimmed)
    #expect(text.foldingWhitespace() == folded)
    #expect(folded.foldingWhitespace() == folded)
  }
}
