import FileFormats

/// `/v1`: whole transactions and what people do with them.
enum V1Operations {
  static let all: [Operation] =
    TransactionOperations.all + CaseOperations.all + GoodGuyOperations.all + ListOperations.all
    + RecordOperations.all

  static let paging: [Operation.Parameter] = [
    .init(
      name: "limit", place: .query, schema: Schemas.whole(1...1000), summary: "Items on a page"),
    .init(
      name: "cursor", place: .query, schema: Schemas.whole(0...Int(Int32.max)),
      summary: "`next` of the page before"),
  ]

  static let pageSchema = Schemas.object(
    [
      "items": Schemas.list(Schemas.object), "total": Schemas.whole(),
      "next": Schemas.orNull(Schemas.text),
    ], required: ["items", "total", "next"])
}
