"""An officer's day in a real browser (Chromium): screens the machining-centre transaction, concludes on its
findings, proposes; a second person approves; the dossier is printed to PDF and its text holds the decision.
Once with the script, once without it, then by keyboard alone. Every page is looked at by axe-core.
Usage: walk.py BASE ANALYST-KEY APPROVER-KEY OUTPUT"""

import json
import pathlib
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

BASE, ANALYST, APPROVER, OUT = sys.argv[1:5]
out = pathlib.Path(OUT)
out.mkdir(parents=True, exist_ok=True)
root = pathlib.Path(__file__).resolve().parents[3]
example = json.loads((root / "Examples/01-machining-centre-through-third-country.json").read_text())
failures = []
count = 0


def check(name, holds, seen=""):
    global count
    count += 1
    if not holds:
        failures.append(name)
    print(("ok   " if holds else "FAIL ") + name + ("" if holds else f"  ({str(seen)[:300]})"))


def sign_in(page, key):
    page.goto(BASE + "/sign-in")
    page.fill("#key", key)
    page.click("main button")


def axe(page, name):
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response
    found = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in results["violations"]]
    check(f"axe: {name}", not found, found)


def day(browser, script, reference):
    officer = browser.new_context(java_script_enabled=script, locale="en-GB")
    page = officer.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    sign_in(page, ANALYST)
    page.goto(BASE + "/deals/new")
    page.locator("summary").first.click()
    page.fill("#json", json.dumps({**example, "reference": reference}))
    page.click("main form button.main")
    mark = "with script" if script else "without script"
    check(f"{mark}: the transaction is screened", reference in page.content(), page.url)
    deal = page.url
    findings = [link.get_attribute("href") for link in page.locator("article.finding h3 a").all()]
    for href in findings:
        page.goto(BASE + href)
        radios = page.locator("input[value=explained], input[value=insufficient-information]")
        if radios.count() == 0:
            continue
        radios.first.check()
        page.fill("#rationale", "Answered by the customer in writing")
        page.click("main form button.main")
    check(f"{mark}: findings are settled", page.locator("article.finding details").count() == 0, page.content()[:200])
    page.goto(deal)
    page.select_option("#decision", "refuse")
    page.fill("#rationale", "The end user is not known")
    page.click("button[value=propose]")
    check(f"{mark}: the proposal waits for a second person", "Waiting for a second person" in page.content())
    check(f"{mark}: who proposed sees no approval", page.locator("button:has-text('Approve')").count() == 0)
    second = browser.new_context(java_script_enabled=script, locale="en-GB")
    other = second.new_page()
    sign_in(other, APPROVER)
    other.goto(deal)
    other.click("button:has-text('Approve')")
    check(f"{mark}: a second person approves", "The end user is not known" in other.content())
    pdf = out / f"decided-{'script' if script else 'plain'}.pdf"
    other.goto(deal)
    other.pdf(path=str(pdf))
    text = " ".join(subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True).stdout.split())
    check(f"{mark}: the printed page holds the decision", "efuse" in text and "The end user is not known" in text, text[:200])
    other.goto(deal + "/dossier")
    pdf = out / f"dossier-{'script' if script else 'plain'}.pdf"
    other.pdf(path=str(pdf))
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True).stdout
    check(f"{mark}: the dossier prints", reference in text)
    check(f"{mark}: nothing is fetched from elsewhere", all(url.startswith(BASE) for url in requests), requests[:3])
    officer.close()
    second.close()
    return deal


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    deal = day(browser, True, "W-1")
    day(browser, False, "W-2")

    # Every page, in both languages and themes.
    paths = {
        "queue": "/?show=all", "new-deal": "/deals/new", "deal": deal.replace(BASE, ""),
        "comparison": None, "parties": "/parties?q=mahan", "party": None, "lists": "/lists",
        "goods": "/goods?text=gyroscope", "guidance": "/guidance", "evidence": "/evidence",
        "quality": "/quality", "as-of": "/as-of", "help": "/help", "keyboard": "/help/keyboard",
    }
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(BASE + "/sign-in")
    axe(page, "sign-in")
    sign_in(page, ANALYST)
    listed = json.loads((root / "Examples/04-carbon-fibre-listed-party-in-persian.json").read_text())
    page.goto(BASE + "/deals/new")
    page.locator("summary").first.click()
    page.fill("#json", json.dumps({**listed, "reference": "W-3"}))
    page.click("main form button.main")
    hit = page.locator("article.finding", has_text="Score").first.locator("h3 a").get_attribute("href")
    paths["comparison"] = hit
    page.goto(BASE + hit)
    paths["party"] = page.locator("a[href^='/parties/']").first.get_attribute("href")
    for language in ("en", "fr"):
        for theme in ("light", "dark"):
            view = browser.new_context(locale="fr-FR" if language == "fr" else "en-GB", color_scheme=theme, viewport={"width": 1280, "height": 900})
            tab = view.new_page()
            errors = []
            tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            sign_in(tab, ANALYST)
            for name, path in paths.items():
                tab.goto(BASE + path)
                check(f"{name} {language} {theme}: answers in its language", tab.locator("html").get_attribute("lang") == language)
                axe(tab, f"{name} {language} {theme}")
                tab.screenshot(path=str(out / f"{name}-{language}-{theme}.png"))
            check(f"{language} {theme}: no error in the browser's console", not errors, errors[:3])
            view.close()

    # The keyboard alone.
    page.goto(BASE + "/?show=all")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/deals/C*")
    check("keyboard: J and Enter open a deal", "/deals/C" in page.url, page.url)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/alerts/**")
    check("keyboard: a finding opens", "/alerts/" in page.url, page.url)
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.wait_for_url(BASE + "/")
    check("keyboard: g q leads to the queue", page.url == BASE + "/")
    page.keyboard.press("?")
    page.wait_for_url("**/help/keyboard")
    check("keyboard: ? shows the map", True)
    page.keyboard.press("/")
    page.keyboard.type("mahan")
    page.wait_for_selector("#found a")
    check("keyboard: / searches while typing", page.locator("#found a").count() > 0)
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.tagName"))
    check("keyboard: Tab reaches links, fields and buttons", {"A", "BUTTON"} <= set(stops), stops)
    browser.close()

print(f"{count - len(failures)} of {count} checks hold")
sys.exit(1 if failures else 0)
