import AlertDelivery
import Testing

struct RetryScheduleTests {
  @Test func `pauses double up to the longest, and at last it is given up`() {
    let schedule = RetrySchedule()
    let pauses = (1..<schedule.attempts).map { schedule.delay(afterAttempts: $0, jitter: 1) }
    #expect(pauses.prefix(4) == [5, 10, 20, 40])
    #expect(pauses.last == schedule.longestDelay)
    #expect(schedule.delay(afterAttempts: schedule.attempts, jitter: 1) == nil)
  }

  @Test func `chance takes away half of a pause at most`() {
    let schedule = RetrySchedule()
    for count in 1...10 {
      let longest = schedule.delay(afterAttempts: count, jitter: 1) ?? 0
      let shortest = schedule.delay(afterAttempts: count, jitter: 0) ?? 0
      #expect(shortest == longest / 2)
    }
    #expect(schedule.delay(afterAttempts: 1, jitter: 7) == 5)
  }

  @Test func `an endpoint that asks for a longer pause gets it`() {
    let schedule = RetrySchedule()
    #expect(schedule.delay(afterAttempts: 1, jitter: 0, retryAfter: 120) == 120)
    #expect(schedule.delay(afterAttempts: 12, jitter: 1, retryAfter: 1) == 5 << 11)
    #expect(
      schedule.delay(afterAttempts: 1, jitter: 0, retryAfter: .max) == schedule.longestDelay)
  }
}
