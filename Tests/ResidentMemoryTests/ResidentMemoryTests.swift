import Glibc
import Testing

@testable import ResidentMemory

// One after the other: each gives back what another one has just read.
@Suite(.serialized) struct ResidentMemoryTests {
  @Test func `pages read from a file are given back and read as before`() throws {
    let program = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    defer { close(program) }
    let count = 1 << 20
    let memory = try #require(mmap(nil, count, PROT_READ, MAP_PRIVATE, program, 0))
    try #require(memory != MAP_FAILED)
    defer { munmap(memory, count) }
    let bytes = UnsafeRawBufferPointer(start: memory, count: count)
    let before = bytes.reduce(0) { $0 &* 31 &+ Int($1) }
    #expect(residentPages(of: memory, count) == count / 4096)

    ResidentMemory.giveBackWhatTheStartUsed()

    #expect(residentPages(of: memory, count) == 0)
    #expect(bytes.reduce(0) { $0 &* 31 &+ Int($1) } == before)
  }

  @Test func `what the process wrote stays`() throws {
    let program = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    defer { close(program) }
    let memory = try #require(
      mmap(nil, 1 << 16, PROT_READ | PROT_WRITE, MAP_PRIVATE, program, 0))
    try #require(memory != MAP_FAILED)
    defer { munmap(memory, 1 << 16) }
    memory.storeBytes(of: 0xA5, toByteOffset: 5000, as: UInt8.self)
    // As the linker does: written first, then no longer writable.
    #expect(mprotect(memory, 1 << 16, PROT_READ) == 0)

    ResidentMemory.giveBackWhatTheStartUsed()

    #expect(memory.load(fromByteOffset: 5000, as: UInt8.self) == 0xA5)
  }

  /// How many pages at `memory` the process has mapped, by `/proc/self/pagemap`: bit 63 of each entry.
  private func residentPages(of memory: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let descriptor = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    var entries = [UInt64](repeating: 0, count: count / 4096)
    let read = pread(descriptor, &entries, entries.count * 8, Int(bitPattern: memory) / 4096 * 8)
    guard read == entries.count * 8 else { return -1 }
    return entries.count { $0 >> 63 == 1 }
  }
}
