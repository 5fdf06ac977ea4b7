import TradeModel

/// What was done, and how much of it.
struct CheckedHere {
  let transaction: Transaction
  let subjects: [TransactionSubject]
  let places: PlacesOfTransaction
  let lists: [ScreenedList]
  let below: Int

  var checks: [Check] {
    let compared = subjects.filter(\.isComparable).count
    let designations = lists.reduce(0) { $0 + $1.designations }
    let codes = transaction.items.filter { $0.commodityCode != nil }.count
    let stated = transaction.items.reduce(0) { $0 + $1.controlCodes.count }
    let values = transaction.items.reduce(0) { $0 + $1.parameters.count }
    var checks = [
      BilingualText(
        en:
          "\(compared) parties, owners, officers, vessels and other names against \(designations) designations of \(Self.lists(lists.count).en).",
        fr:
          "\(compared) parties, propriétaires, dirigeants, navires et autres noms face à \(designations) inscriptions de \(Self.lists(lists.count).fr)."
      ),
      BilingualText(
        en: "Commodity codes against the lists written in commodity codes: \(codes).",
        fr: "Codes douaniers face aux listes rédigées en codes douaniers : \(codes)."),
      BilingualText(
        en: "Stated control codes against the control lists: \(stated).",
        fr: "Codes de contrôle indiqués face aux listes de contrôle : \(stated)."),
      BilingualText(
        en: "Values that items state against the figures of control entries: \(values) fields.",
        fr:
          "Valeurs indiquées des biens face aux chiffres des rubriques : \(values) champs."),
      BilingualText(
        en:
          "Territories against embargoes and near-complete controls: \(places.territories.count).",
        fr:
          "Territoires face aux embargos et contrôles quasi complets : \(places.territories.count)."
      ),
      BilingualText(
        en: "The facts that rules need, for what is missing.",
        fr: "Les faits que les règles exigent, pour ce qui manque."),
    ]
    if below > 0 {
      checks.append(
        BilingualText(
          en: "Weaker resemblances below the policy’s threshold, which are not findings: \(below).",
          fr:
            "Ressemblances plus faibles, sous le seuil de la politique, qui ne sont pas des constats : \(below)."
        ))
    }
    return checks.map(Check.init(what:))
  }

  private static func lists(_ count: Int) -> BilingualText {
    BilingualText(
      en: count == 1 ? "1 list" : "\(count) lists",
      fr: count < 2 ? "\(count) liste" : "\(count) listes")
  }
}
