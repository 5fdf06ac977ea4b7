import Testing

@testable import ResidentMemory

struct FileMappingTests {
  private let text = """
    55d0c0000000-55d0c0002000 r-xp 00001000 fe:00 1234                       /usr/bin/a program
    Size:                  8 kB
    Rss:                   8 kB
    Anonymous:             0 kB
    VmFlags: rd ex mr mw me sd
    55d0c0002000-55d0c0003000 r--p 00003000 fe:00 1234                       /usr/bin/a program
    Anonymous:             4 kB
    55d0c0003000-55d0c0004000 rw-p 00004000 fe:00 1234                       /usr/bin/a program
    Anonymous:             0 kB
    55d0c1000000-55d0c1200000 rw-p 00000000 00:00 0                          [heap]
    Anonymous:          2048 kB
    7f0000000000-7f0000001000 r-xp 00000000 00:00 0                          [vdso]
    Anonymous:             0 kB
    7f0000001000-7f0000002000 r--p 00000000 00:00 0 \("")
    Anonymous:             0 kB
    7f0000002000-7f0000003000 r--p 00000000 fe:00 77                         /data/list.qw
    Rss:                   4 kB
    7f0000003000-7f0000004000 r--s 00000000 fe:00 78                         /data/other.qw
    Anonymous:             0 kB

    """

  @Test func `finds the mappings of files and what is the process's own of them`() {
    let found = FileMapping.all(in: text)
    #expect(
      found.map(\.path) == [
        "/usr/bin/a program", "/usr/bin/a program", "/usr/bin/a program", "/data/other.qw",
      ])
    #expect(found.map(\.ownKilobytes) == [0, 4, 0, 0])
    #expect(found.map(\.isWritable) == [false, false, true, false])
    #expect(found.first?.addresses == 0x55d0_c000_0000..<0x55d0_c000_2000)
  }

  @Test func `only what cannot be and was not written to shows a file alone`() {
    #expect(FileMapping.all(in: text).map(\.showsFileAlone) == [true, false, false, true])
  }

  @Test(arguments: ["", "\n\n", "Anonymous: 0 kB", "zz-yy r-xp 0 0 0 /a\nAnonymous: 0 kB", "1-"])
  func `what is no such text has no mappings`(_ text: String) {
    #expect(FileMapping.all(in: text).isEmpty)
  }
}
