/// `/v1`: whole transactions and what people do with them.
enum V1Operations {
  static let all: [Operation] = []
}
