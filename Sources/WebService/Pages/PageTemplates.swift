/// The pages' own parts; ``frame(_:)`` puts the rest around each.
enum PageTemplates {
  static func frame(_ main: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="{{lang}}"{{#theme}} data-theme="{{theme}}"{{/theme}}>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}} · Quivive</title>
    <link rel="stylesheet" href="/static/style.css">
    <script src="/static/script.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">{{t.skip}}</a>
    <header class="top">
    <a class="brand" href="/">Quivive</a>
    {{#who}}<nav aria-label="Quivive">
    <a href="/">{{t.queue}}</a> <a href="/deals/new">{{t.newDeal}}</a> <a href="/parties">{{t.parties}}</a>
    <a href="/goods">{{t.goods}}</a> <a href="/lists">{{t.lists}}</a> <a href="/evidence">{{t.evidence}}</a>
    <a href="/guidance">{{t.guidance}}</a> <a href="/as-of">{{t.asOf}}</a> <a href="/help">{{t.help}}</a>
    </nav>
    <form class="search" role="search" action="/parties" method="get">
    <label for="q" class="hidden">{{t.partySearch}}</label>
    <input id="q" name="q" type="search" autocomplete="off" placeholder="{{t.partySearch}}" aria-controls="found">
    <button>{{t.search}}</button>
    <div id="found" aria-live="polite"></div>
    </form>{{/who}}
    <div class="view">
    <form action="/view" method="post"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="back" value="{{here}}">
    <button name="language" value="{{otherLang}}" lang="{{otherLang}}">{{t.language}}</button>
    <button name="theme" value="toggle">{{t.theme}}</button></form>
    {{#who}}<form action="/sign-out" method="post"><input type="hidden" name="form_token" value="{{formToken}}"><span>{{who}} ({{role}})</span> <button>{{t.signOut}}</button></form>{{/who}}
    </div>
    </header>
    {{#asOfDay}}<p class="banner" role="status">{{t.asOfBanner}} <time datetime="{{asOfDay}}">{{asOfDay}}</time>. <a href="/as-of">{{t.asOfChoose}}</a></p>{{/asOfDay}}
    <main id="main" tabindex="-1">
    \(main)
    </main>
    <footer>
    {{#freshness}}<span>{{list}}{{#day}} · <time>{{day}}</time>{{/day}}</span> {{/freshness}}
    <p>Quivive. {{t.stays}}</p>
    </footer>
    </body>
    </html>
    """
  }

  static let all: KeyValuePairs<String, String> = [
    "error": """
    <h1>{{status}} · {{title}}</h1>
    <p>{{detail}}</p>
    {{#help}}<p>{{help}}</p>{{/help}}
    <p><a href="/">{{t.queue}}</a></p>
    """,
    "signIn": """
    <h1>{{t.signIn}}</h1>
    {{#failure}}<p class="notice" role="alert">{{failure}}</p>{{/failure}}
    <form action="/sign-in" method="post" class="stack">
    <input type="hidden" name="back" value="{{back}}">
    <label for="key">{{t.key}}</label>
    <input id="key" name="key" type="password" autocomplete="current-password" required aria-describedby="keyHelp">
    <p id="keyHelp" class="small">{{t.keyHelp}}</p>
    <button class="main">{{t.signIn}}</button>
    </form>
    """,
    "queue": """
    <h1>{{t.queue}}</h1>
    <nav class="filters" aria-label="{{t.state}}">{{#filters}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{label}} <span class="count">{{count}}</span></a> {{/filters}}</nav>
    {{^rows}}<p>{{t.nothing}}</p>{{/rows}}
    {{#hasRows}}<div class="scroll"><table class="rows">
    <thead><tr><th scope="col">{{t.case}}</th><th scope="col">{{t.reference}}</th><th scope="col">{{t.state}}</th><th scope="col">{{t.openFindings}}</th><th scope="col">{{t.assignee}}</th><th scope="col">{{t.due}}</th><th scope="col">{{t.time}}</th></tr></thead>
    <tbody>{{#rows}}<tr data-row><th scope="row"><a href="/deals/{{id}}">{{id}}</a></th><td><bdi>{{reference}}</bdi></td><td>{{state}}</td><td class="num">{{open}} / {{findings}}</td><td><bdi>{{assignee}}</bdi></td><td>{{#due}}<time>{{due}}</time>{{/due}}{{#overdue}} <strong class="mark">{{t.overdue}}</strong>{{/overdue}}</td><td><time>{{opened}}</time></td></tr>{{/rows}}</tbody></table></div>
    <section><h2>{{t.ageing}}</h2>{{{ageing}}}</section>{{/hasRows}}
    <p><a class="button" href="/deals/new">{{t.newDeal}}</a></p>
    """,
    "newDeal": """
    <h1>{{t.newDeal}}</h1>
    {{#failure}}<p class="notice" role="alert">{{failure}}</p>{{/failure}}
    <form action="/deals" method="post" class="stack">
    <input type="hidden" name="form_token" value="{{formToken}}">
    <label for="reference">{{t.reference}}</label><input id="reference" name="reference" value="{{reference}}">
    {{#parties}}<fieldset><legend>{{t.addParty}} {{number}}</legend>
    <label for="p{{number}}n">{{t.name}}</label><input id="p{{number}}n" name="party{{number}}_name" value="{{name}}">
    <label for="p{{number}}r">{{t.role}}</label><select id="p{{number}}r" name="party{{number}}_role">{{#roles}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/roles}}</select>
    <label for="p{{number}}k">{{t.kind}}</label><select id="p{{number}}k" name="party{{number}}_kind">{{#kinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/kinds}}</select>
    <label for="p{{number}}c">{{t.country}}</label><input id="p{{number}}c" name="party{{number}}_country" value="{{country}}">
    <label for="p{{number}}a">{{t.address}}</label><input id="p{{number}}a" name="party{{number}}_address" value="{{address}}">
    </fieldset>{{/parties}}
    {{#items}}<fieldset><legend>{{t.addItem}} {{number}}</legend>
    <label for="i{{number}}d">{{t.description}}</label><input id="i{{number}}d" name="item{{number}}_description" value="{{description}}">
    <label for="i{{number}}h">{{t.commodity}}</label><input id="i{{number}}h" name="item{{number}}_commodity" value="{{commodity}}">
    <label for="i{{number}}c">{{t.controlCode}}</label><input id="i{{number}}c" name="item{{number}}_control" value="{{control}}">
    <label for="i{{number}}o">{{t.origin}}</label><input id="i{{number}}o" name="item{{number}}_origin" value="{{origin}}">
    </fieldset>{{/items}}
    <fieldset><legend>{{t.route}}</legend>
    <label for="from">{{t.from}}</label><input id="from" name="from" value="{{from}}">
    <label for="to">{{t.to}}</label><input id="to" name="to" value="{{to}}">
    <label for="route">{{t.route}}</label><textarea id="route" name="route" rows="3" aria-describedby="routeHelp">{{route}}</textarea>
    <p class="small" id="routeHelp">{{t.routeHelp}}</p></fieldset>
    <label for="use">{{t.endUse}}</label><textarea id="use" name="use" rows="2">{{use}}</textarea>
    <details><summary>{{t.inFull}}</summary><label for="json">{{t.inFullHelp}}</label><textarea id="json" name="json" rows="12" spellcheck="false">{{json}}</textarea></details>
    <button class="main">{{t.screen}}</button>
    </form>
    """,
    "deal": """
    <h1>{{id}}{{#reference}} · <bdi>{{reference}}</bdi>{{/reference}}</h1>
    <section class="verdict {{outcomeClass}}" aria-label="{{t.outcome}}"><p><strong>{{outcome}}</strong></p><p>{{meaning}}</p>
    <p>{{t.state}}{{t.colon}}{{state}} · {{t.openFindings}}{{t.colon}}{{open}} / {{count}} · {{t.asOf}} <time>{{day}}</time></p></section>
    {{#failure}}<p class="notice" role="alert">{{failure}}</p>{{/failure}}
    {{#notices}}<p class="notice"><bdi>{{.}}</bdi></p>{{/notices}}
    <p><a class="button" href="/deals/{{id}}/dossier">{{t.dossier}}</a></p>
    <div class="tiles">
    <section><h2>{{t.parties}}</h2><ul>{{#parties}}<li><span class="label">{{roles}}</span> <strong><bdi>{{name}}</bdi></strong><br><bdi>{{details}}</bdi></li>{{/parties}}</ul></section>
    <section><h2>{{t.goods}}</h2><ol>{{#items}}<li><strong>{{description}}</strong><br>{{details}}</li>{{/items}}</ol></section>
    <section><h2>{{t.route}}</h2>{{{routePicture}}}</section>
    <section><h2>{{t.facts}}</h2><dl>{{#facts}}<dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>{{/facts}}</dl></section>
    <section><h2>{{t.publicReporting}}</h2><p>{{t.evidenceNone}}</p></section>
    </div>
    <section><h2>{{t.findings}}</h2>
    {{#findings}}<article class="finding {{outcomeClass}}" id="{{id}}" data-row>
    <h3><a href="/alerts/{{deal}}/{{id}}">{{id}}</a> · <bdi>{{title}}</bdi></h3>
    <p><strong>{{outcome}}</strong>{{#score}} · {{t.score}} {{score}}{{/score}} · {{standing}}{{#by}} · {{by}}{{/by}}</p>
    {{#question}}<p class="small"><span class="label">{{t.ask}}</span> {{question}}</p>{{/question}}
    {{#mayWork}}{{#isOpen}}<details><summary>{{t.dispose}} {{id}}</summary><form action="/deals/{{deal}}/act" method="post" class="line">
    <input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="dispose"><input type="hidden" name="finding" value="{{id}}">
    <label for="r{{id}}">{{t.reason}}</label><select id="r{{id}}" name="reason">{{#reasons}}<option value="{{code}}">{{key}} · {{label}}</option>{{/reasons}}</select>
    <label for="w{{id}}">{{t.rationale}}</label><input id="w{{id}}" name="rationale">
    <button>{{t.act}}</button></form></details>{{/isOpen}}{{/mayWork}}
    </article>{{/findings}}</section>
    <section><h2>{{t.questions}}</h2>{{^questions}}<p>{{t.none}}</p>{{/questions}}
    {{#questions}}<p><strong>{{id}}</strong> <bdi>{{text}}</bdi>{{#answer}}<br>{{t.answer}}{{t.colon}}<bdi>{{answer}}</bdi>{{/answer}}</p>
    {{#mayWork}}{{^answer}}<form action="/deals/{{deal}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="answer"><input type="hidden" name="question" value="{{id}}"><label for="a{{id}}">{{t.answer}}</label><input id="a{{id}}" name="text" required><button>{{t.act}}</button></form>{{/answer}}{{/mayWork}}{{/questions}}
    {{#mayWork}}<form action="/deals/{{id}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="ask"><label for="question">{{t.askQuestion}}</label><input id="question" name="text" required><button>{{t.act}}</button></form>
    <form action="/deals/{{id}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="note"><label for="note">{{t.noteAdd}}</label><input id="note" name="text" required><button>{{t.act}}</button></form>
    <form action="/deals/{{id}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="assign"><label for="assignee">{{t.assign}}</label><input id="assignee" name="text" value="{{assignee}}"><button>{{t.act}}</button></form>
    <form action="/deals/{{id}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="due"><label for="dueDay">{{t.until}}</label><input id="dueDay" name="text" type="date" value="{{due}}"><button>{{t.act}}</button></form>
    <form action="/deals/{{id}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="rescreen"><button>{{t.rescreen}}</button></form>{{/mayWork}}</section>
    <section class="decision"><h2>{{t.decision}}</h2>
    {{#decided}}<p class="verdict"><strong>{{kind}}</strong> · <bdi>{{rationale}}</bdi><br>{{t.actedBy}} {{by}} · <time>{{at}}</time>{{#proposedBy}} · {{t.proposedBy}} {{proposedBy}}{{/proposedBy}}</p>
    {{#mayWork}}<form action="/deals/{{deal}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="reopen"><label for="why">{{t.why}}</label><input id="why" name="text" required><button>{{t.reopen}}</button></form>{{/mayWork}}{{/decided}}
    {{#proposal}}<p class="verdict">{{t.fourEyes}}{{t.colon}}<strong>{{kind}}</strong> · <bdi>{{rationale}}</bdi><br>{{t.proposedBy}} {{by}} · <time>{{at}}</time></p>
    {{#mayApprove}}<form action="/deals/{{deal}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="approve"><button class="main">{{t.approve}}</button></form>{{/mayApprove}}
    {{#mayWork}}<form action="/deals/{{deal}}/act" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="decline"><label for="declineWhy">{{t.why}}</label><input id="declineWhy" name="rationale" required><button>{{t.decline}}</button></form>{{/mayWork}}{{/proposal}}
    {{#isUndecided}}{{#mayWork}}<form action="/deals/{{id}}/act" method="post" class="stack"><input type="hidden" name="form_token" value="{{formToken}}">
    <label for="decision">{{t.decision}}</label><select id="decision" name="decision"><option value="release">{{t.release}}</option><option value="hold">{{t.hold}}</option><option value="refuse">{{t.refuse}}</option><option value="refer">{{t.refer}}</option></select>
    <label for="rationale">{{t.rationale}}</label><textarea id="rationale" name="rationale" rows="2" required></textarea>
    <p><button name="act" value="propose" class="main">{{t.propose}}</button> <button name="act" value="decide">{{t.decide}}</button></p></form>{{/mayWork}}{{/isUndecided}}</section>
    <section><h2>{{t.wouldChange}}</h2><ul>{{#wouldChange}}<li>{{.}}</li>{{/wouldChange}}</ul></section>
    <section><h2>{{t.notChecked}}</h2><ul>{{#notChecked}}<li>{{what}}{{t.colon}}{{why}}</li>{{/notChecked}}</ul></section>
    <section><h2>{{t.history}}</h2><div class="scroll"><table><thead><tr><th scope="col">{{t.time}}</th><th scope="col">{{t.who}}</th><th scope="col">{{t.what}}</th></tr></thead><tbody>{{#history}}<tr><td><time>{{at}}</time></td><td><bdi>{{by}}</bdi></td><td>{{kind}}</td></tr>{{/history}}</tbody></table></div></section>
    """,
    "finding": """
    <p><a href="/deals/{{deal}}">{{t.back}}{{t.colon}}{{deal}}</a></p>
    <h1>{{id}} · <bdi>{{title}}</bdi></h1>
    <p class="verdict {{outcomeClass}}"><strong>{{outcome}}</strong>{{#score}} · {{t.score}} {{score}}{{/score}} · {{standing}}</p>
    {{#sentences}}<p><bdi>{{.}}</bdi></p>{{/sentences}}
    {{#question}}<p><span class="label">{{t.ask}}</span> {{question}}</p>{{/question}}
    {{#hasHit}}<section><h2>{{t.comparison}}</h2><div class="scroll"><table class="comparison">
    <thead><tr><th scope="col">{{t.kind}}</th><th scope="col">{{t.subject}}</th><th scope="col">{{t.comparison}}</th><th scope="col">{{t.listed}}</th><th scope="col" class="num">{{t.weight}}</th></tr></thead>
    <tbody>{{#reasons}}<tr><th scope="row">{{feature}}</th><td><bdi>{{subject}}</bdi></td><td><span class="status {{statusClass}}">{{status}}</span> {{sentence}}</td><td><bdi>{{listed}}</bdi></td><td class="num">{{weight}}</td></tr>{{/reasons}}</tbody></table></div>
    <h3>{{t.alignment}}</h3><div class="scroll"><table><thead><tr><th scope="col">{{t.subject}}</th><th scope="col">{{t.comparison}}</th><th scope="col">{{t.listed}}</th><th scope="col" class="num">{{t.weight}}</th></tr></thead>
    <tbody>{{#parts}}<tr><td><bdi>{{#subject}}{{#isSame}}<mark>{{text}}</mark>{{/isSame}}{{^isSame}}{{text}}{{/isSame}}{{/subject}}</bdi></td><td>{{operation}}</td><td><bdi>{{#listed}}{{#isSame}}<mark>{{text}}</mark>{{/isSame}}{{^isSame}}{{text}}{{/isSame}}{{/listed}}</bdi></td><td class="num">{{weight}}</td></tr>{{/parts}}</tbody></table></div>
    <h3>{{t.scoreBar}}</h3>{{{bar}}}
    <h3>{{t.designations}}</h3><ul>{{#designations}}<li><a href="/parties/{{wire}}"><bdi>{{name}}</bdi></a> · {{list}} · {{programmes}} <code>{{id}}</code></li>{{/designations}}</ul></section>{{/hasHit}}
    {{#mayWork}}{{#isOpen}}<section class="decision"><h2>{{t.dispose}}</h2><form action="/deals/{{deal}}/act" method="post" class="stack">
    <input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="act" value="dispose"><input type="hidden" name="finding" value="{{id}}">
    <fieldset><legend>{{t.reason}}</legend>{{#reasonCodes}}<label class="choice"><input type="radio" name="reason" value="{{code}}" data-key="{{key}}" required> <kbd>{{key}}</kbd> {{label}}</label>{{/reasonCodes}}</fieldset>
    <label for="rationale">{{t.rationale}}</label><textarea id="rationale" name="rationale" rows="2"></textarea>
    <button class="main">{{t.act}}</button></form></section>{{/isOpen}}{{/mayWork}}
    <section><h2>{{t.sources}}</h2><ul>{{#citations}}<li>{{title}}{{#section}}, {{section}}{{/section}} ({{issuer}}, {{date}})</li>{{/citations}}</ul></section>
    """,
    "parties": """
    <h1>{{t.partySearch}}</h1>
    <form action="/parties" method="get" class="line"><label for="search">{{t.name}}</label><input id="search" name="q" value="{{q}}" type="search"><button>{{t.search}}</button></form>
    {{#asked}}<p>{{count}}</p>{{/asked}}
    <ul class="results">{{#results}}<li data-row><a href="/parties/{{id}}"><bdi>{{caption}}</bdi></a> <span class="small">{{schema}} · {{datasets}} · {{countries}}</span></li>{{/results}}</ul>
    """,
    "entity": """
    <h1><bdi>{{caption}}</bdi></h1>
    <p class="verdict">{{statusLine}}</p>
    <p>{{schema}}</p>
    <section><h2>{{t.listed}}</h2><dl>{{#properties}}<dt>{{label}}</dt><dd>{{#values}}<bdi>{{.}}</bdi><br>{{/values}}</dd>{{/properties}}</dl></section>
    <section><h2>{{t.designations}}</h2><div class="scroll"><table><thead><tr><th scope="col">{{t.lists}}</th><th scope="col">{{t.name}}</th><th scope="col">{{t.programmes}}</th><th scope="col">{{t.listState}}</th></tr></thead><tbody>{{#designations}}<tr><th scope="row">{{list}}</th><td><bdi>{{name}}</bdi> <code>{{id}}</code></td><td>{{programmes}}</td><td>{{published}}</td></tr>{{/designations}}</tbody></table></div></section>
    <section><h2>{{t.owners}}</h2>{{#hasLinks}}{{{graph}}}{{/hasLinks}}{{^hasLinks}}<p>{{t.none}}</p>{{/hasLinks}}</section>
    <section><h2>{{t.history}}</h2><div class="scroll"><table><thead><tr><th scope="col">{{t.time}}</th><th scope="col">{{t.what}}</th></tr></thead><tbody>{{#events}}<tr><td><time>{{day}}</time></td><td>{{what}}</td></tr>{{/events}}</tbody></table></div></section>
    """,
    "lists": """
    <h1>{{t.lists}}</h1>
    <div class="scroll"><table class="rows"><thead><tr><th scope="col">{{t.lists}}</th><th scope="col">{{t.authority}}</th><th scope="col">{{t.listState}}</th><th scope="col">{{t.designations}}</th><th scope="col">{{t.status}}</th></tr></thead>
    <tbody>{{#rows}}<tr data-row><th scope="row"><a href="/lists/{{id}}">{{title}}</a></th><td>{{authority}}</td><td><time>{{published}}</time></td><td class="num">{{designations}}</td><td>{{status}}</td></tr>{{/rows}}</tbody></table></div>
    """,
    "list": """
    <p><a href="/lists">{{t.back}}{{t.colon}}{{t.lists}}</a></p>
    <h1>{{listTitle}}</h1>
    {{{chart}}}
    """,
    "goodsPage": """
    <h1>{{t.goodsSearch}}</h1>
    <form action="/goods" method="get" class="line"><label for="text">{{t.description}}</label><input id="text" name="text" value="{{text}}"><label for="hs">{{t.commodity}}</label><input id="hs" name="hs" value="{{hs}}"><button>{{t.search}}</button></form>
    <pre class="report">{{report}}</pre>
    """,
    "guidancePage": """
    <h1>{{t.guidance}}</h1><p>{{t.guidanceHelp}}</p>
    {{#groups}}<section><h2>{{label}}</h2><ul>{{#flags}}<li><code>{{id}}</code> <span lang="en">{{statement}}</span></li>{{/flags}}</ul></section>{{/groups}}
    """,
    "evidencePage": """
    <h1>{{t.evidence}}</h1><p>{{t.evidenceNone}}</p>
    """,
    "qualityPage": """
    <h1>{{t.quality}}</h1><p>{{t.qualityText}}</p>
    """,
    "asOfPage": """
    <h1>{{t.asOf}}</h1><p>{{t.asOfHelp}}</p>
    <form action="/view" method="post" class="line"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="back" value="/"><label for="day">{{t.asOfChoose}}</label><input id="day" name="as_of" type="date" value="{{asOfDay}}"><button>{{t.more}}</button></form>
    <form action="/view" method="post"><input type="hidden" name="form_token" value="{{formToken}}"><input type="hidden" name="back" value="/"><button name="as_of" value="">{{t.asOfClear}}</button></form>
    """,
    "helpPage": """
    <h1>{{t.help}}</h1><p>{{t.helpText}}</p>
    <p><a href="/help/keyboard">{{t.keyboard}}</a> · <a href="/quality">{{t.quality}}</a></p>
    """,
    "keyboardPage": """
    <h1>{{t.keyboard}}</h1>
    <dl class="keys">{{#keys}}<dt><kbd>{{key}}</kbd></dt><dd>{{does}}</dd>{{/keys}}</dl>
    """,
  ]
}
