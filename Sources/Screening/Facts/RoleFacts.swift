import RedFlags
import TradeModel

/// What the parties are in their roles, and the chain that they make.
struct RoleFacts {
  let transaction: Transaction
  let parties: [PartyOfDeal]

  func state(on sheet: inout FactSheet) {
    guard !parties.isEmpty else { return }
    let roles = parties.map { "\($0.path).roles" }
    let users = parties.filter(\.isEndUser)
    sheet.flag(
      "end-user.stated", !users.isEmpty, users.isEmpty ? roles : users.map { "\($0.path).roles" })
    let final = parties.filter { $0.has([.ultimateConsignee]) }
    let ultimate = final.isEmpty ? parties.filter { $0.has([.consignee]) } : final
    copy("end-user", users, ["business", "address-words", "military"], on: &sheet)
    copy("ultimate-consignee", ultimate, ["business", "address-words"], on: &sheet)
    copy(
      "consignee",
      parties.filter { $0.has([.ultimateConsignee, .consignee, .intermediateConsignee]) },
      ["business"], on: &sheet)
    copy("buyer", parties.filter(\.isBuyer), ["military", "country", "outside"], on: &sheet)
    if !ultimate.isEmpty {
      sheet.flag(
        "ultimate-consignee.is-forwarder", ultimate.contains { $0.has([.forwarder]) },
        ultimate.map { "\($0.path).roles" })
    }
    intermediaries(users, roles, on: &sheet)
    owners(on: &sheet)
  }

  /// States facts of the parties in a role again as facts of the role.
  private func copy(
    _ role: String, _ members: [PartyOfDeal], _ facts: [String], on sheet: inout FactSheet
  ) {
    for fact in facts {
      let stated = members.map { party in
        sheet.statement(
          "party.\(fact)", scope: .party,
          of: FactSheet.Member(scope: .party, path: party.path, label: ""))
      }
      guard stated.contains(where: { $0 != nil }) else { continue }
      sheet.state(
        "\(role).\(fact)", stated.flatMap { $0?.values ?? [] },
        from: stated.flatMap { $0?.paths ?? [] },
        isComplete: stated.allSatisfy { $0?.isComplete == true })
    }
  }

  private func intermediaries(
    _ users: [PartyOfDeal], _ roles: [String], on sheet: inout FactSheet
  ) {
    guard !users.isEmpty else { return }
    let between = parties.filter { party in
      party.side == "customer" && !party.isEndUser
        && party.has([
          .purchaser, .intermediateConsignee, .ultimateConsignee, .consignee, .thirdParty, .broker,
        ])
    }
    sheet.number(
      "deal.intermediaries", between.count,
      between.isEmpty ? roles : between.map { "\($0.path).roles" })
  }

  private func owners(on sheet: inout FactSheet) {
    let sellers = parties.filter { $0.has([.exporter]) }
    let buyers = parties.filter(\.isBuyer)
    func owners(_ side: [PartyOfDeal]) -> [Placed<Party>] {
      side.flatMap { party in
        party.party.owners.enumerated().map {
          ($0.element.party, "\(party.path).owners[\($0.offset)]")
        }
      }
    }
    let (selling, buying) = (owners(sellers), owners(buyers))
    let isNamed = !(selling + buying).contains { $0.value.names.isEmpty }
    guard !selling.isEmpty, !buying.isEmpty else { return }
    let common = selling.filter { one in
      buying.contains {
        $0.value.sharesName(with: one.value) || $0.value.isConnected(to: one.value)
      }
    }
    sheet.flag(
      "deal.common-owner", !common.isEmpty ? true : isNamed ? false : nil,
      (common.isEmpty ? selling + buying : common).map(\.path)
    )
  }
}
