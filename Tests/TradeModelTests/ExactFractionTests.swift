import QuiviveTestKit
import Testing
import TradeModel

/// Sums, products and fractions of decimal numbers.
struct ExactFractionTests {
  private func number(_ text: String) throws -> DecimalNumber { try #require(DecimalNumber(text)) }

  @Test(arguments: [
    ("0.1", "0.2", "0.3", "0.02"), ("-5", "3", "-2", "-15"), ("5", "-5", "0", "-25"),
    ("1e30", "1e-30", "1000000000000000000000000000000.000000000000000000000000000001", "1"),
    ("999", "1", "1000", "999"), ("-0.5", "0", "-0.5", "0"), ("1000", "-1", "999", "-1000"),
  ])
  func `sums and products are exact`(left: String, right: String, sum: String, product: String)
    throws
  {
    let (left, right) = (try number(left), try number(right))
    #expect((left + right).description == sum)
    #expect((right + left).description == sum)
    #expect((left * right).description == product)
    #expect(left - right == -(right - left))
  }

  @Test func `arithmetic agrees with integers`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let (left, right) = (random.next(below: 20001) - 10000, random.next(below: 20001) - 10000)
      let (a, b) = (try number("\(left)"), try number("\(right)"))
      #expect((a + b).description == "\(left + right)")
      #expect((a * b).description == "\(left * right)")
      #expect((a < b) == (left < right))
      guard right != 0, let quotient = ExactFraction(a, over: b) else { continue }
      #expect(quotient * ExactFraction(b) == ExactFraction(a))
      #expect((quotient < ExactFraction(.one)) == (right > 0 ? left < right : left > right))
    }
  }

  @Test(arguments: [
    ("1", "3", "0.333333", false), ("1", "8", "0.125", true), ("-2", "3", "-0.666666", false),
    ("0", "7", "0", true), ("1000", "1", "1000", true), ("1852", "3600", "0.514444", false),
    ("1", "1000000", "0.000001", true), ("10", "9.99", "1.001", false),
  ])
  func `digits for people are cut and say so`(
    top: String, bottom: String, shown: String, isExact: Bool
  ) throws {
    let fraction = try #require(ExactFraction(number(top), over: number(bottom)))
    let decimal = fraction.decimal(significant: 6)
    #expect(decimal.number.description == shown)
    #expect(decimal.isExact == isExact)
  }

  @Test func `nothing is divided by zero`() throws {
    #expect(ExactFraction(.one, over: .zero) == nil)
    #expect(ExactFraction(.one).divided(by: ExactFraction(.zero)) == nil)
  }

  @Test func `a fraction equals its other writings, and hashes alike`() throws {
    let half = try #require(ExactFraction(.one, over: number("2")))
    let other = try #require(ExactFraction(number("-5"), over: number("-10")))
    #expect(half == other)
    #expect(half.hashValue == other.hashValue)
  }
}
