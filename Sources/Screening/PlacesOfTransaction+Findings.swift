import TradeModel

extension PlacesOfTransaction {
  /// Findings for what could not be read or can mean several territories.
  var findings: [Finding] {
    unread.map { place in
      Finding(
        kind: .openQuestion, outcome: .incomplete, facts: [place.path],
        title: BilingualText(
          en: "The place “\(place.text)” could not be read",
          fr: "Le lieu « \(place.text) » n’a pas pu être lu"),
        explanation: [
          BilingualText(
            en: "No territory was found for it, so no embargo could be excluded there.",
            fr: "Aucun territoire n’a été trouvé ; aucun embargo n’a pu y être exclu.")
        ],
        question: BilingualText(
          en: "Which country is meant by “\(place.text)”?",
          fr: "Quel pays est désigné par « \(place.text) » ?"))
    }
      + unlocated.map { name, place in
        Finding(
          kind: .openQuestion, outcome: .incomplete, facts: [place.path],
          title: BilingualText(
            en: "Where “\(name)” is could not be read",
            fr: "Le lieu où se trouve « \(name) » n’a pas pu être lu"),
          explanation: [
            BilingualText(
              en:
                "No territory was found in “\(place.text)”, so no embargo could be excluded there.",
              fr:
                "Aucun territoire n’a été trouvé dans « \(place.text) » ; aucun embargo n’a pu y être exclu."
            )
          ],
          question: BilingualText(
            en: "In which country is “\(name)”?", fr: "Dans quel pays se trouve « \(name) » ?"))
      }
      + ambiguous.map { place, choices in
        let english = choices.map(\.name.en).joined(separator: ", ")
        let french = choices.map(\.name.fr).joined(separator: ", ")
        return Finding(
          kind: .openQuestion, outcome: .incomplete, facts: [place.path],
          title: BilingualText(
            en: "“\(place.text)” can mean several territories",
            fr: "« \(place.text) » peut désigner plusieurs territoires"),
          explanation: [
            BilingualText(
              en: "It can mean: \(english). The rules of each were looked at.",
              fr: "Il peut s’agir de : \(french). Les règles de chacun ont été examinées.")
          ],
          question: BilingualText(
            en: "Which of them is meant: \(english)?", fr: "Lequel est désigné : \(french) ?"))
      }
  }
}
