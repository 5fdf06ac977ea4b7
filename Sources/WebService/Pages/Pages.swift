import Decisions
import FileFormats
import Mustache
import SQLiteStore
import TradeModel

/// Pages from templates. Every value is escaped by the template engine.
enum Pages {
  /// The templates by name, each whole: head, navigation and foot around the page's own part.
  static let templates: [String: String] = Dictionary(
    uniqueKeysWithValues: PageTemplates.all.map { ($0.key, PageTemplates.frame($0.value)) })

  private static let compiled: [String: MustacheTemplate] = templates.compactMapValues {
    try? MustacheTemplate(string: $0)
  }

  /// A page for a call.
  static func render(
    _ name: String, _ call: Call, title: String, _ values: [String: Any] = [:]
  ) -> Answer {
    var context = values
    let view = PageView(call)
    context["t"] = PageWords.texts(call.language)
    context["lang"] = call.language.rawValue
    context["otherLang"] = call.language == .en ? "fr" : "en"
    context["theme"] = view.theme.isEmpty ? nil : view.theme
    context["title"] = title
    context["who"] =
      call.caller.key == nil && !call.service.settings.isInsecureLocal
      ? nil : call.caller.actor.name
    context["role"] = PageWords.roles[call.caller.role.rawValue]?[call.language]
    context["formToken"] = call.caller.formToken ?? ""
    context["here"] = Dispatcher.split(view.path).path
    context["asOfDay"] = view.asOf?.iso
    context["freshness"] = call.data.datasets.leaves.map { leaf in
      ["list": leaf.title, "day": leaf.published?.iso ?? "–"]
    }
    context["mayWork"] = call.caller.may(.work)
    context["mayApprove"] = call.caller.may(.approve)
    guard let template = compiled[name] else {
      return .html("no template \(name)", status: 500)
    }
    return .html(template.render(context))
  }

  static func error(_ problem: Problem, _ language: Language) -> String {
    let context: [String: Any] = [
      "t": PageWords.texts(language), "lang": language.rawValue,
      "otherLang": language == .en ? "fr" : "en", "title": Problem.title(problem.status),
      "status": "\(problem.status)", "detail": problem.detail, "help": problem.help ?? "",
      "here": "/", "formToken": "",
    ]
    return compiled["error"]?.render(context) ?? problem.detail
  }
}

/// What a call says of how its page is to look.
struct PageView {
  let theme: String
  let asOf: Day?
  let path: String

  init(_ call: Call) {
    theme =
      Self.cookie("quivive_theme", call).flatMap { ["dark", "light"].contains($0) ? $0 : nil } ?? ""
    asOf = (call.text("as_of") ?? Self.cookie("quivive_as_of", call)).flatMap { Day(iso: $0) }
    path =
      call.operation.path == "/"
      ? "/"
      : call.operation.pathNames.reduce(call.operation.path) {
        $0.replacing("{\($1)}", with: call.parameter($1))
      }
  }

  static func cookie(_ name: String, _ call: Call) -> String? {
    (call.headers["cookie"] ?? "").split(separator: ";").compactMap { pair -> String? in
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      return parts.count == 2 && parts[0] == name ? parts[1] : nil
    }.first
  }
}
