import Decisions
import FileFormats
import Testing
import TradeModel

struct DossierTextTests {
  private func text(_ language: Language = .en, width: Int = 80, colour: Bool = false) -> String {
    DossierText.render(
      SampleDossier.dossier(), language: language, width: width, usesColour: colour)
  }

  @Test func `it says the outcome, the finding, what was not checked and all digests`() {
    let text = text()
    for part in [
      "OUTCOME: HOLD", "F1", "If confirmed: Prohibited", "873 / 1000", "+15.3 bits",
      "Not checked, and why", "Ownership: not computed", "Questions to ask", "22 days old",
      SHA256.digest(of: "knowledge").hex, "starter list only", "parties[0].colour",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `in French it is French`() {
    let text = text(.fr)
    for part in [
      "CONCLUSION\u{00A0}: EN ATTENTE", "Constats", "Non contrôlé, et pourquoi", "+15,3 bits",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("Findings"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func `no line is wider than the terminal`(_ width: Int) {
    for line in text(width: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `piped text holds no escape, coloured text does`() {
    #expect(!text().unicodeScalars.contains("\u{1B}"))
    #expect(text(colour: true).unicodeScalars.contains("\u{1B}"))
  }

  @Test func `no name can move the cursor`() {
    let dossier = SampleDossier.dossier(name: "evil\u{1B}[2J\u{7}name\r\nX")
    let text = DossierText.render(dossier, language: .en, width: 80, usesColour: false)
    let controls = text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
  }
}

struct DossierPageTests {
  @Test func `markup in names is escaped`() throws {
    let dossier = SampleDossier.dossier(name: "<script>alert(1)</script> & \"Co\"")
    let page = try DossierPage.render(dossier, language: .en)
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("lens &lt;grinding&gt; machine &amp; spares"))
  }

  @Test(arguments: Language.allCases)
  func `the page is whole, self-contained and in its language`(_ language: Language) throws {
    let page = try DossierPage.render(SampleDossier.dossier(), language: language)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(!page.contains("{{"))
    #expect(!page.contains("src="))
    #expect(page.contains(SampleDossier.dossier().digest.hex))
    #expect(page.contains(language == .en ? "Not checked, and why" : "Non contrôlé, et pourquoi"))
  }

  @Test func `a stored dossier shows the same page`() throws {
    let stored = try Dossier(reading: SampleDossier.dossier().bytes)
    #expect(
      try DossierPage.render(stored, language: .fr)
        == DossierPage.render(SampleDossier.dossier(), language: .fr))
  }
}
