extension DossierPage {
  /// The page over ``DossierView``. Headings, lists and tables carry the order; colour is never alone.
  static let source = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{words.title}} {{reference}} · {{outcome}}</title>
    <style>\(style)</style>
    </head>
    <body>
    <header>
    <p class="brand">Quivive · {{words.title}}</p>
    <h1>{{reference}}</h1>
    <p>{{words.asOf}} <time datetime="{{day}}">{{day}}</time></p>
    <section class="verdict {{outcomeClass}}" aria-label="{{words.outcome}}">
    <p class="outcome"><span class="label">{{words.outcome}}</span> {{outcome}}</p>
    <p>{{outcomeMeaning}}</p>
    {{#otherOutcomes}}<p>{{words.alsoFound}}{{words.colon}}{{label}} ({{value}})</p>{{/otherOutcomes}}
    </section>
    {{#quieted}}<p class="notice">{{quieted}}</p>{{/quieted}}
    {{#notices}}<p class="notice">{{.}}</p>{{/notices}}
    </header>
    <main>
    <section><h2>{{words.transaction}}</h2>
    <h3>{{words.parties}}</h3>
    <ul class="parties">{{#parties}}<li><span class="label">{{roles}}</span> <strong><bdi>{{name}}</bdi></strong><br><bdi>{{details}}</bdi></li>{{/parties}}</ul>
    <h3>{{words.items}}</h3>
    <ol>{{#items}}<li><strong>{{description}}</strong><br>{{details}}</li>{{/items}}</ol>
    <dl>{{#facts}}<dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>{{/facts}}</dl>
    </section>
    <section><h2>{{words.findings}}</h2>
    {{^findings}}<p>{{words.noFindings}}</p>{{/findings}}
    {{#findings}}<article id="F{{number}}" class="finding {{outcomeClass}}">
    <h3>F{{number}} · <bdi>{{title}}</bdi></h3>
    <p class="outcome">{{outcome}}{{#ifConfirmed}} <span class="confirm">{{words.ifConfirmed}}{{words.colon}}{{ifConfirmed}}</span>{{/ifConfirmed}}</p>
    {{#decisions}}<p class="notice"><bdi>{{.}}</bdi></p>{{/decisions}}
    {{#sentences}}<p><bdi>{{.}}</bdi></p>{{/sentences}}
    {{#hasHit}}<p><span class="label">{{words.score}}</span> {{score}} · <strong><bdi>{{caption}}</bdi></strong></p>
    <table><caption>{{words.why}}</caption>
    <thead><tr><th scope="col">{{words.subject}}</th><th scope="col">{{words.listed}}</th><th scope="col">{{words.comparison}}</th><th scope="col" class="num">{{words.weight}} ({{words.bits}})</th></tr></thead>
    <tbody>{{#reasons}}<tr class="reason"><th scope="row" colspan="3"><bdi>{{sentence}}</bdi></th><td class="num">{{weight}}</td></tr>{{#parts}}<tr><td><bdi>{{subject}}</bdi></td><td><bdi>{{listed}}</bdi></td><td>{{operation}}</td><td class="num">{{weight}}</td></tr>{{/parts}}{{/reasons}}</tbody></table>
    <p class="label">{{words.listings}}</p>
    <ul>{{#listings}}<li><bdi>{{text}}</bdi> <code>{{id}}</code></li>{{/listings}}</ul>{{/hasHit}}
    {{#question}}<p class="ask"><span class="label">{{words.ask}}</span> {{question}}</p>{{/question}}
    <p class="small">{{words.restsOn}}{{words.colon}}<code>{{facts}}</code></p>
    <ul class="sources">{{#citations}}<li>{{text}}{{#hasAddress}} <a href="{{address}}">{{address}}</a>{{/hasAddress}}</li>{{/citations}}</ul>
    </article>{{/findings}}
    </section>
    {{#hasLicences}}<section><h2>{{words.licences}}</h2>
    {{#licences}}<article class="finding {{outcomeClass}}"><h3><bdi>{{title}}</bdi></h3>
    <p class="outcome">{{answer}}</p>
    <p>{{words.reach}}{{words.colon}}{{reach}}</p>
    <ul class="sources">{{#sentences}}<li><bdi>{{.}}</bdi></li>{{/sentences}}</ul></article>{{/licences}}
    </section>{{/hasLicences}}
    <section><h2>{{words.questions}}</h2>
    {{^questions}}<p>{{words.noQuestions}}</p>{{/questions}}
    <ol>{{#questions}}<li>{{text}} <a href="#{{finding}}">{{finding}}</a></li>{{/questions}}</ol></section>
    <section><h2>{{words.wouldChange}}</h2><ul>{{#wouldChange}}<li>{{.}}</li>{{/wouldChange}}</ul></section>
    {{#hasWarnings}}<section><h2>{{words.inputWarnings}}</h2><dl>{{#warnings}}<dt><code>{{label}}</code></dt><dd>{{value}}</dd>{{/warnings}}</dl></section>{{/hasWarnings}}
    <section><h2>{{words.checked}}</h2><ul>{{#checked}}<li>{{.}}</li>{{/checked}}</ul></section>
    <section><h2>{{words.notChecked}}</h2><dl>{{#notChecked}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/notChecked}}</dl></section>
    <section><h2>{{words.lists}}</h2><dl>{{#lists}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/lists}}</dl></section>
    <section><h2>{{words.digests}}</h2><dl class="digests">{{#digests}}<dt>{{label}}</dt><dd><code>{{value}}</code></dd>{{/digests}}<dt>{{words.dossierDigest}}</dt><dd><code>{{dossierDigest}}</code></dd></dl></section>
    <section><h2>{{words.limits}}</h2>{{#limits}}<p>{{.}}</p>{{/limits}}</section>
    </main>
    <footer><p>{{words.printHint}} {{reference}} · {{day}} · {{dossierDigest}}</p></footer>
    </body>
    </html>
    """

  private static let style = """
    :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#57606a;--line:#d0d7de;--red:#a40e26;--amber:#7d4e00;--green:#116329;--wash:#f6f8fa}
    @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9da7b3;--line:#3d444d;--red:#ff9492;--amber:#f0c14b;--green:#7ee787;--wash:#161b22}}
    *{box-sizing:border-box}
    body{font:16px/1.5 system-ui,"Noto Sans","Noto Sans Arabic","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);max-width:56rem;margin:0 auto;padding:1.5rem}
    h1{font-size:1.7rem;margin:.2rem 0}h2{font-size:1.25rem;border-bottom:1px solid var(--line);padding-bottom:.2rem;margin-top:2rem}h3{font-size:1.05rem;margin:1rem 0 .3rem}
    .brand,.label,.small,caption{color:var(--soft);font-size:.85rem}.brand{letter-spacing:.04em;text-transform:uppercase}
    .verdict,.finding{border:1px solid var(--line);border-left:.5rem solid var(--amber);background:var(--wash);padding:.6rem 1rem;margin:1rem 0}
    .prohibited,.licence-required-denial-likely{border-left-color:var(--red)}.no-licence-required{border-left-color:var(--green)}
    .verdict .outcome{font-size:1.4rem;font-weight:700;margin:.2rem 0}.finding .outcome{font-weight:700;margin:.2rem 0}.confirm{font-weight:400}
    .notice{border:2px dashed var(--amber);padding:.4rem .8rem}
    .ask{border-left:.25rem solid var(--ink);padding-left:.6rem}
    table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:start;vertical-align:top}.num{text-align:end;white-space:nowrap}.reason th{font-weight:600}
    dl{margin:.3rem 0}dt{font-weight:600}dd{margin:0 0 .4rem 1rem;overflow-wrap:anywhere}
    code{font-size:.85em;overflow-wrap:anywhere}ul,ol{padding-left:1.4rem}.parties{list-style:none;padding:0}.sources{font-size:.85rem;color:var(--soft)}
    a{color:inherit}footer{margin-top:2rem;border-top:1px solid var(--line);font-size:.75rem;color:var(--soft);overflow-wrap:anywhere}
    @page{margin:18mm 16mm}
    @media print{:root{--ink:#000;--paper:#fff;--soft:#444;--line:#999;--red:#a40e26;--amber:#7d4e00;--green:#116329;--wash:#fff}body{max-width:none;padding:0;font-size:10.5pt}article,tr,dd{break-inside:avoid}h2,h3{break-after:avoid}}
    """
}
