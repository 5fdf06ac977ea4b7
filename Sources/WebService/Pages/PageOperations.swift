import TradeModel

/// The pages.
enum PageOperations {
  static let all: [Operation] = []
}

enum Pages {
  static func error(_ problem: Problem, _ language: Language) -> String { problem.detail }
}
