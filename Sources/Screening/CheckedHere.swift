import TradeModel

/// What was done, and how much of it.
struct CheckedHere {
  let transaction: Transaction
  let subjects: [TransactionSubject]
  let places: PlacesOfTransaction
  let lists: [ScreenedList]
  let below: Int

  var checks: [Check] {
    let designations = lists.reduce(0) { $0 + $1.designations }
    let codes = transaction.items.filter { $0.commodityCode != nil }.count
    let stated = transaction.items.reduce(0) { $0 + $1.controlCodes.count }
    var checks = [
      BilingualText(
        en:
          "\(subjects.count) parties, owners, officers, vessels and other names against \(designations) designations of \(lists.count) lists.",
        fr:
          "\(subjects.count) parties, propriétaires, dirigeants, navires et autres noms face à \(designations) inscriptions de \(lists.count) listes."
      ),
      BilingualText(
        en: "\(codes) commodity codes against the lists written in commodity codes.",
        fr: "\(codes) codes douaniers face aux listes rédigées en codes douaniers."),
      BilingualText(
        en: "\(stated) stated control codes against the control lists.",
        fr: "\(stated) codes de contrôle indiqués face aux listes de contrôle."),
      BilingualText(
        en: "\(places.territories.count) territories against embargoes and near-complete controls.",
        fr: "\(places.territories.count) territoires face aux embargos et contrôles quasi complets."
      ),
      BilingualText(
        en: "The facts that rules need, for what is missing.",
        fr: "Les faits que les règles exigent, pour ce qui manque."),
    ]
    if below > 0 {
      checks.append(
        BilingualText(
          en: "\(below) weaker resemblances lie below the policy’s threshold and are not findings.",
          fr:
            "\(below) ressemblances plus faibles sont sous le seuil de la politique et ne sont pas des constats."
        ))
    }
    return checks.map(Check.init(what:))
  }
}
