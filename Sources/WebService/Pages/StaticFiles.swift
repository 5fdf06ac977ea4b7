import FileFormats
import TradeModel

/// The one style sheet and the one script.
enum StaticFiles {
  static func file(_ text: StaticString, _ type: String, _ call: Call) -> Answer {
    let body = text.withUTF8Buffer { Array($0) }
    let tag = "\"\(SHA256.digest(of: body).hex.prefix(32))\""
    var answer =
      call.headers["if-none-match"] == tag ? Answer(304, type: type, []) : Answer(type: type, body)
    answer.headers = [("etag", tag), ("cache-control", "public, max-age=3600")]
    return answer
  }

  static let style: StaticString = """
    :root{--ink:#1b1f24;--paper:#fff;--soft:#f3f5f7;--line:#8a929b;--accent:#0b4f8a;--on-accent:#fff;--bar:#2b6cb0;--against:#b3541e;--stop:#8f1d1d;--warn:#7a4d00;--ok:#1f5c33;--mark:#ffe9a8;--mark-ink:#1b1f24}
    @media (prefers-color-scheme:dark){:root:not([data-theme=light]){--ink:#e8eaed;--paper:#15181c;--soft:#20252b;--line:#7d8791;--accent:#8fc1f0;--on-accent:#10161c;--bar:#6aa7e0;--against:#e0935f;--stop:#ff9a9a;--warn:#f2c063;--ok:#8fd6a5;--mark:#5a4a12;--mark-ink:#fff}}
    :root[data-theme=dark]{--ink:#e8eaed;--paper:#15181c;--soft:#20252b;--line:#7d8791;--accent:#8fc1f0;--on-accent:#10161c;--bar:#6aa7e0;--against:#e0935f;--stop:#ff9a9a;--warn:#f2c063;--ok:#8fd6a5;--mark:#5a4a12;--mark-ink:#fff}
    *{box-sizing:border-box}
    html{scroll-padding-top:4rem}
    body{margin:0;font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
    a{color:var(--accent)}
    a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    main:focus{outline:none}
    .skip{position:absolute;left:-99rem}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:2}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .top{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;padding:.5rem 1rem;background:var(--soft);border-bottom:1px solid var(--line)}
    .brand{font-weight:700;font-size:1.15rem;text-decoration:none;padding:.25rem 0}
    nav a{display:inline-block;padding:.25rem .4rem;min-height:24px}
    nav a[aria-current]{font-weight:700;text-decoration:none;border-bottom:3px solid var(--accent)}
    .search{position:relative;display:flex;gap:.25rem}.search input{width:15rem}
    #found{position:absolute;top:100%;left:0;z-index:3;background:var(--paper);min-width:24rem;box-shadow:0 2px 8px #0006}
    #found a{display:block;padding:.35rem .6rem}
    .view{margin-left:auto;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}.view form{display:flex;gap:.25rem;align-items:center}
    main{max-width:76rem;margin:0 auto;padding:1rem}
    footer{padding:1rem;border-top:1px solid var(--line);font-size:.85rem}
    .banner,.notice{background:var(--mark);color:var(--mark-ink);padding:.5rem 1rem;margin:.5rem 0;border-left:4px solid var(--warn)}
    .banner a,.notice a{color:inherit}
    h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.2rem;margin:1.25rem 0 .5rem}h3{font-size:1.05rem;margin:.75rem 0 .25rem}
    .verdict{border-left:6px solid var(--line);background:var(--soft);padding:.5rem 1rem;margin:.5rem 0}
    .verdict p{margin:.25rem 0}
    .stop{border-left-color:var(--stop)}.warn{border-left-color:var(--warn)}.ok{border-left-color:var(--ok)}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
    .tiles section,.finding,.decision{border:1px solid var(--line);border-radius:4px;padding:.5rem 1rem;margin:.5rem 0}
    .tiles h2{margin-top:.25rem}
    .finding{border-left-width:6px}
    .label{font-size:.85rem;font-weight:600}.small{font-size:.875rem}.num{text-align:right;font-variant-numeric:tabular-nums}
    .mark{color:var(--stop)}
    .count{background:var(--soft);border:1px solid var(--line);border-radius:1rem;padding:0 .5rem;font-size:.85rem}
    .status{font-weight:700;font-size:.85rem;border:1px solid currentColor;padding:0 .3rem;border-radius:3px}
    .status.yes::before{content:"= "}.status.no::before{content:"≠ "}.status.open::before{content:"? "}
    .status.yes{color:var(--ok)}.status.no{color:var(--against)}.status.open{color:var(--warn)}
    mark{background:var(--mark);color:var(--mark-ink);text-decoration:underline}
    table{border-collapse:collapse;width:100%;margin:.25rem 0}caption{text-align:left;font-size:.875rem}
    th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}
    tr[aria-selected=true]{background:var(--soft);outline:2px solid var(--accent)}article[aria-selected=true],li[aria-selected=true]{outline:2px solid var(--accent)}
    .scroll{overflow-x:auto}
    dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;margin:.25rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
    input,select,textarea,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:3px;padding:.25rem .5rem;min-height:2rem}
    textarea{width:100%}
    button,.button{cursor:pointer;background:var(--soft)}.button{display:inline-block;padding:.35rem .75rem;border:1px solid var(--line);border-radius:3px;text-decoration:none}
    button.main{background:var(--accent);color:var(--on-accent);font-weight:600}
    .stack{display:grid;gap:.35rem;max-width:44rem}.stack fieldset{display:grid;gap:.35rem;border:1px solid var(--line)}
    .line{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.35rem 0}
    .choice{display:block;padding:.2rem 0}
    .picture{max-width:100%;height:auto;display:block;margin:.5rem 0}
    .picture text{fill:var(--ink);font-size:12px;text-anchor:middle}.picture text.left{text-anchor:start}.picture text.small{font-size:11px}
    .picture .node,.picture .box{fill:var(--soft);stroke:var(--ink)}.picture .middle{stroke-width:3}.picture .edge,.picture .axis{stroke:var(--ink);stroke-width:1.5}
    .picture .for{fill:var(--bar)}.picture .against{fill:var(--against)}
    .report{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:.5rem}
    kbd{border:1px solid var(--line);border-radius:3px;padding:0 .35rem;background:var(--soft)}
    .results li{padding:.25rem 0}
    @media print{:root,:root[data-theme=dark]{--ink:#000;--paper:#fff;--soft:#fff;--line:#666;--accent:#000}.top,footer,.decision form,form,.skip{display:none}body{font-size:11pt}}
    """

  static let script: StaticString = """
    "use strict";
    (function () {
      var box = document.getElementById("q"), found = document.getElementById("found"), wait = 0;
      if (box && found) {
        box.addEventListener("input", function () {
          clearTimeout(wait);
          var text = box.value.trim();
          if (text.length < 2) { found.replaceChildren(); return; }
          wait = setTimeout(function () {
            fetch("/parties/found?q=" + encodeURIComponent(text)).then(function (answer) {
              return answer.ok ? answer.json() : { results: [] };
            }).then(function (answer) {
              found.replaceChildren.apply(found, answer.results.map(function (entry) {
                var link = document.createElement("a");
                link.href = "/parties/" + encodeURIComponent(entry.id);
                link.textContent = entry.caption + " · " + entry.datasets.join(", ");
                return link;
              }));
            }).catch(function () { found.replaceChildren(); });
          }, 150);
        });
        box.addEventListener("keydown", function (event) {
          if (event.key === "Escape") { found.replaceChildren(); }
        });
      }
      var rows = Array.prototype.slice.call(document.querySelectorAll("[data-row]")), at = -1, before = "";
      function go(step) {
        if (!rows.length) { return; }
        if (at >= 0) { rows[at].removeAttribute("aria-selected"); }
        at = Math.max(0, Math.min(rows.length - 1, at + step));
        rows[at].setAttribute("aria-selected", "true");
        var link = rows[at].querySelector("a");
        if (link) { link.focus(); }
        rows[at].scrollIntoView({ block: "nearest" });
      }
      document.addEventListener("keydown", function (event) {
        var field = event.target.closest("input,select,textarea");
        if (event.ctrlKey && event.key === "Enter" && field && field.form) { field.form.requestSubmit(); return; }
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        if (field && field.type !== "radio") { return; }
        var key = event.key, pair = before + key;
        before = key === "g" ? "g" : "";
        if (pair === "gq") { location.href = "/"; }
        else if (pair === "gd") { location.href = "/deals/new"; }
        else if (pair === "gl") { location.href = "/lists"; }
        else if (key === "?") { location.href = "/help/keyboard"; }
        else if (key === "/" && box) { event.preventDefault(); box.focus(); }
        else if (key === "j" || key === "J") { go(1); }
        else if (key === "k" || key === "K") { go(-1); }
        else if (/^[0-9]$/.test(key)) {
          var choice = document.querySelector("input[data-key='" + key + "']");
          if (choice) { choice.checked = true; choice.focus(); }
        } else if (key === "[" || key === "]") {
          var shown = document.querySelector(".banner time"), day = shown ? new Date(shown.dateTime + "T00:00:00Z") : new Date();
          day.setUTCDate(day.getUTCDate() + (key === "[" ? -1 : 1));
          var target = new URL(location.href);
          target.searchParams.set("as_of", day.toISOString().slice(0, 10));
          location.href = target.href;
        }
      });
    })();
    """
}
