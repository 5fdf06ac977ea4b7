package import FileFormats
package import Matching
package import TradeModel

/// The algorithms that clients ask for by name, and what answers.
package struct WireAlgorithm: Sendable {
  package let name: String
  package let policy: MatchPolicy
  let description: String

  package static let best = "logic-v2"

  package static let all: [WireAlgorithm] =
    [
      ("logic-v2", "Weights of evidence over names, numbers, dates, countries and places."),
      ("logic-v1", "Answered by the same weights of evidence as `logic-v2`."),
      ("name-based", "Answered by the same weights of evidence as `logic-v2`."),
      ("name-qualified", "Answered by the same weights of evidence as `logic-v2`."),
      ("regression-v1", "Answered by the same weights of evidence as `logic-v2`."),
    ].map { WireAlgorithm(name: $0.0, policy: .balanced, description: $0.1) } + [
      WireAlgorithm(
        name: "ofac", policy: .ofac,
        description: "The published rule of OFAC's own search tool: names only.")
    ]

  /// The algorithm of that name, in any case; `best` is ``best``.
  package static func named(_ name: String) throws -> WireAlgorithm {
    let wanted = name.lowercased() == "best" ? best : name.lowercased()
    guard let found = all.first(where: { $0.name == wanted }) else {
      throw Problem(400, "unknown-algorithm", "Invalid algorithm: \(name)")
    }
    return found
  }

  /// A score from 0 to 1. The policy's threshold lies at 0.70, where clients begin to look unless they
  /// state otherwise; below and above it the scale is even. OFAC's scores stand as they are.
  package func wire(_ score: Score) -> Double {
    if policy.algorithm == .ofac { return Double(score.value) / 1000 }
    let threshold = policy.threshold.value
    if score.value < threshold { return 0.7 * Double(score.value) / Double(threshold) }
    // A score at the threshold is a match, and clients drop what is 0.70 and no more.
    return 0.7 + 0.3 * Double(score.value - threshold + 1) / Double(1001 - threshold)
  }

  /// What a feature is called in explanations.
  static func feature(_ reason: Reason) -> String {
    switch reason.feature {
    case .name, .reading, .alias: "name_match"
    case .weakAlias: "weak_alias_match"
    case .identifier: "identifier_match"
    case .birthDate: reason.weight < .zero ? "dob_day_disjoint" : "dob_match"
    case .foundingDate: reason.weight < .zero ? "founding_date_disjoint" : "founding_date_match"
    case .country: reason.weight < .zero ? "country_mismatch" : "country_match"
    case .kind: reason.weight < .zero ? "schema_mismatch" : "schema_match"
    case .gender: reason.weight < .zero ? "gender_mismatch" : "gender_match"
    case .address: "address_prop_match"
    case .birthPlace: reason.weight < .zero ? "birth_place_mismatch" : "birth_place_match"
    case .tonnage: reason.weight < .zero ? "tonnage_mismatch" : "tonnage_match"
    }
  }

  /// Every feature that may be in an explanation, with what it tells.
  static let features: KeyValuePairs<String, String> = [
    "name_match": "The best agreement of a stated name with a listed one, part by part.",
    "weak_alias_match": "The listed name is a weak alias.",
    "identifier_match": "Registration, tax, passport and other numbers.",
    "dob_match": "Dates of birth agree.", "dob_day_disjoint": "Dates of birth differ.",
    "founding_date_match": "Dates of foundation agree.",
    "founding_date_disjoint": "Dates of foundation differ.",
    "country_match": "Countries agree.", "country_mismatch": "Countries differ.",
    "gender_match": "Genders agree.", "gender_mismatch": "Genders differ.",
    "schema_match": "Both are of one kind.", "schema_mismatch": "A person and an organisation.",
    "address_prop_match": "Addresses share their words.",
    "birth_place_match": "Places of birth agree.",
    "birth_place_mismatch": "Places of birth differ.",
    "tonnage_match": "Tonnages agree.", "tonnage_mismatch": "Tonnages differ.",
  ]

  /// Keys of `config` that yente's algorithms take. They shape another algorithm's costs and change nothing here.
  static let configuration: KeyValuePairs<String, (type: String, standard: JSONValue)> = [
    "nm_name_property": ("string", .null), "nm_number_mismatch": ("float", .number("0.3")),
    "nm_extra_query_name": ("float", .number("0.8")),
    "nm_extra_result_name": ("float", .number("0.2")),
    "nm_family_name_weight": ("float", .number("1.3")),
    "nm_fuzzy_cutoff_factor": ("float", .number("1.0")),
  ]

  package var json: JSONValue {
    let features = Self.features.filter { policy.algorithm != .ofac || $0.key == "name_match" }
    return .members([
      "name": .string(name), "description": .string(description),
      "features": .object(
        features.map {
          .init(
            $0.key,
            .members([
              "description": .string($0.value), "coefficient": .number("1.0"), "url": .null,
            ]))
        }),
      "docs": .members([
        "name": .string(name), "description": .string(description),
        "config": .object(
          Self.configuration.map {
            .init(
              $0.key,
              .members([
                "type": .string($0.value.type),
                "description": "Accepted for clients that send it; it changes nothing here.",
                "default": $0.value.standard,
              ]))
          }),
        "features": .object(
          features.map {
            .init(
              $0.key,
              .members([
                "description": .string($0.value), "coefficient": .number("1.0"), "url": .null,
              ]))
          }),
      ]),
    ])
  }
}
