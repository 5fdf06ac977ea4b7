"""Drives a running service with yente's own Python client (SDK, command line, MCP) and checks the facts of
its wire contract. Usage: conformance.py BASE KEY. Prints a line for each check; exit status 1 on a failure."""

import asyncio
import json
import os
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import yente_client as yc

BASE, KEY = sys.argv[1], sys.argv[2]
failures = 0
count = 0


def check(name, holds, seen=""):
    global failures, count
    count += 1
    if not holds:
        failures += 1
    print(("ok   " if holds else "FAIL ") + name + ("" if holds else f"  ({str(seen)[:200]})"))


def call(method, path, body=None, headers=None, key=KEY, raw=False):
    headers = dict(headers or {})
    if key:
        headers["Authorization"] = f"ApiKey {key}"
    data = body if isinstance(body, bytes) else (json.dumps(body).encode() if body is not None else None)
    request = urllib.request.Request(BASE + path, data=data, method=method, headers=headers)
    request.add_unredirected_header("Content-Type", headers.get("Content-Type", "application/json"))

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    opener = urllib.request.build_opener(NoRedirect)
    try:
        with opener.open(request) as response:
            content = response.read()
            status, got = response.status, response.headers
    except urllib.error.HTTPError as error:
        content, status, got = error.read(), error.code, error.headers
    if raw:
        return status, content, got
    try:
        return status, json.loads(content or b"null"), got
    except ValueError:
        return status, content, got


def match(queries, **parameters):
    query = urllib.parse.urlencode(parameters, doseq=True)
    return call("POST", "/match/default" + (f"?{query}" if query else ""), {"queries": queries})


# A listed party to ask for, whatever lists are in service.
status, found, _ = call("GET", "/search/default?q=&schema=Organization&limit=1")
listed = found["results"][0]
name, known = listed["caption"], listed["id"]
company = {"schema": "Company", "properties": {"name": [name]}}

# --- the SDK
with yc.Client(base_url=BASE, api_key=KEY) as client:
    check("sdk: healthz and readyz", client.healthz().status == client.readyz().status == "ok")
    datasets = client.datasets()
    check("sdk: datasets", any(d.name == "default" for d in datasets.datasets))
    algorithms = client.algorithms()
    check("sdk: algorithms", algorithms.best == "logic-v2" and len(algorithms.algorithms) == 6)
    answer = client.match(yc.Company(name=[name]))
    check("sdk: match finds itself", answer.top and answer.top.match and answer.top.score > 0.9, answer)
    check("sdk: explanations", bool(answer.top and answer.top.contributing_explanations))
    page = client.search(name, limit=3)
    check("sdk: search", any(e.id == known for e in page.results) or page.total.value > 0)
    entity = client.fetch(known)
    check("sdk: fetch", entity.id == known and entity.properties.get("sanctions"))
    check("sdk: fetch not nested", "sanctions" not in client.fetch(known, nested=False).properties)
    check("sdk: adjacent", "sanctions" in client.adjacent(known).adjacent)
    check("sdk: adjacent by property", client.adjacent(known, prop="sanctions").total.value >= 1)
    many = dict(client.match_iter((f"row-{n}", yc.Company(name=[name])) for n in range(20)))
    check("sdk: match_iter", len(many) == 20 and all(r.top for r in many.values()))
    try:
        client.fetch("no-such-entity")
        check("sdk: unknown entity", False)
    except yc.NotFoundError:
        check("sdk: unknown entity", True)
    try:
        client.match(yc.Company(name=[name]), algorithm="neural-net")
        check("sdk: unknown algorithm", False)
    except yc.BadRequestError:
        check("sdk: unknown algorithm", True)
try:
    with yc.Client(base_url=BASE, api_key="qv_wrong") as client:
        client.search("x")
    check("sdk: wrong key", False)
except yc.AuthenticationError:
    check("sdk: wrong key", True)


async def asynchronous():
    async with yc.AsyncClient(base_url=BASE, api_key=KEY) as client:
        return await client.match(yc.Person(name=["Somebody Unheard"]))


check("sdk: asynchronous client", asyncio.run(asynchronous()).limit == 5)

# --- the command line
environment = dict(
    os.environ, OPENSANCTIONS_API_KEY=KEY, YENTE_API_KEY=KEY, OPENSANCTIONS_BASE_URL=BASE,
    YENTE_BASE_URL=BASE, YENTE_URL=BASE)
tool = os.path.join(os.path.dirname(sys.executable), "yente-cli")


def cli(*arguments):
    run = subprocess.run([tool, "--base-url", BASE, *arguments], capture_output=True, text=True, env=environment)
    return run.returncode, run.stdout + run.stderr


for name_, arguments in {
    "status": ["status"],
    "algorithms": ["algorithms"],
    "datasets": ["datasets"],
    "fetch": ["fetch", known],
    "search": ["search", name],
    "match": ["match", "--schema", "Company", "-p", f"name={name}"],
}.items():
    code, output = cli(*arguments)
    check(f"cli: {name_}", code == 0, output[-300:])


# --- the MCP server
async def mcp():
    os.environ.update(environment)
    from fastmcp import Client
    from yente_client.mcp import server as module

    async with Client(module.mcp) as session:
        tools = {tool.name for tool in await session.list_tools()}
        matched = await session.call_tool("match_entity", {"schema": "Company", "properties": {"name": [name]}})
        fetched = await session.call_tool("fetch_entity_by_id", {"entity_id": known})
        searched = await session.call_tool("search_entities", {"q": name})
        return tools, str(matched), str(fetched), str(searched)


try:
    tools, matched, fetched, searched = asyncio.run(mcp())
    check("mcp: tools", {"match_entity", "search_entities", "fetch_entity_by_id"} <= tools)
    check("mcp: match_entity", known in matched, matched)
    check("mcp: fetch_entity_by_id", known in fetched, fetched)
    check("mcp: search_entities", known in searched or name in searched, searched)
except Exception as error:  # noqa: BLE001
    check("mcp", False, repr(error))

# --- the wire, as yente's own tests ask it
status, body, headers = match({str(n): company for n in range(3)})
check("three same queries, three answers", len(body["responses"]) == 3 and headers["x-batch-size"] == "3")
status, body, _ = match({"a": {"properties": {"name": ["x"]}}})
check("missing schema: 422", status == 422 and body["detail"][0]["loc"] == ["body", "queries", "a", "schema"], body)
status, body, _ = match({"a": company, "b": {"schema": "Xyz", "properties": {}}})
check("one bad schema fails the batch: 400", status == 400, body)
status, body, _ = match({"a": {"schema": "Sanction", "properties": {"country": "ru"}}})
check("schema that cannot be matched: 400", status == 400, body)
check("Thing may be asked", match({"a": {"schema": "Thing", "properties": {"name": name}}})[0] == 200)
status, body, _ = match({"a": {"schema": "Person", "properties": {"name": "J Doe", "birthDate": 1965, "country": "Russia", "foo": "bar", "notes": " "}}})
query = body["responses"]["a"]["query"]["properties"]
check("numbers, countries, blanks cleaned", query.get("birthDate") == ["1965"] and query.get("country") == ["ru"] and "foo" not in query and "notes" not in query, query)
status, body, _ = match({"a": {"schema": "Person", "properties": {"firstName": "James", "lastName": "Walker"}}})
check("names from parts", body["responses"]["a"]["query"]["properties"].get("name") == ["James Walker"], body)
check("limit 10000: 422", match({"a": company}, limit=10000)[0] == 422)
check("limit 500: 200", match({"a": company}, limit=500)[0] == 200)
check("limit 0: 200", match({"a": company}, limit=0)[1]["responses"]["a"]["results"] == [])
check("algorithm neural-net: 400", match({"a": company}, algorithm="neural-net")[:2] == (400, {"detail": "Invalid algorithm: neural-net"}))
check("algorithm in any case", match({"a": company}, algorithm="OFAC")[0] == 200)
for algorithm in ("best", "logic-v2", "ofac", "name-based", "name-qualified", "logic-v1", "regression-v1"):
    status, body, _ = match({"a": company}, algorithm=algorithm)
    check(f"algorithm {algorithm} finds", status == 200 and body["responses"]["a"]["results"], body)
status, body, _ = match({"a": company}, exclude_entity_ids=known)
check("exclude by id", all(r["id"] != known for r in body["responses"]["a"]["results"]))
check("51 excluded ids: 422", match({"a": company}, exclude_entity_ids=["x"] * 51)[0] == 422)
check("unknown dataset: 404", call("POST", "/match/nope", {"queries": {"a": company}})[:2] == (404, {"detail": "No such dataset."}))
check("no queries: 400", match({})[:2] == (400, {"detail": "No queries provided."}))
check("101 queries: 400", match({str(n): company for n in range(101)})[0] == 400)
check("100 queries: 200", match({str(n): company for n in range(100)})[0] == 200)
check("bad changed_since: 422", match({"a": company}, changed_since="yesterday")[0] == 422)
check("changed in the future: nothing", match({"a": company}, changed_since="2099-01-01T00:00")[1]["responses"]["a"]["results"] == [])
check("unknown parameter ignored", match({"a": company}, fuzzy="false")[0] == 200)
status, body, _ = call("POST", "/match/default", {"queries": {"a": company}, "config": {"nope": 1}})
check("unknown config: 400", status == 400 and "nope" in body["detail"], body)
status, body, _ = call("POST", "/match/default", {"queries": {"a": company}, "weights": {"name_match": 0.0, "nope": 1.0}})
check("weights are honoured", status == 200 and not body["responses"]["a"]["results"], body)
first = match({"a": company})[1]["responses"]["a"]["results"][0]
check("shape of a result", set(first) >= {"id", "caption", "schema", "properties", "datasets", "referents", "target", "first_seen", "last_seen", "last_change", "score", "match", "explanations"}, first)
check("scores 0 to 1, cut off at 0.70", 0.7 < first["score"] <= 1)
status, content, _ = call("POST", "/match/default", json.dumps({"queries": {"a": company}}).encode(), headers={"Content-Type": ""})
check("no content type", status == 200)
status, body, _ = call("POST", "/match/default", b"{not json")
check("no json: 4xx", 400 <= status < 500)
pairs = [r for r in call("GET", "/search/default?limit=500&schema=Person")[1]["results"] if r["schema"] == "Person" and len(r["caption"].split()) == 2]
if pairs:
    asked = {str(n): {"schema": "Person", "properties": {"name": r["caption"].replace(" ", "").replace(",", "")}} for n, r in enumerate(pairs[:40])}
    body = match(asked, threshold=0.3, limit=20)[1]
    found = sum(any(x["id"] == pairs[int(n)]["id"] for x in a["results"]) for n, a in body["responses"].items())
    check(f"name without spaces ({found} of {len(asked)})", found * 10 >= len(asked) * 8)
status, body, _ = call("POST", "/v2/match", {"query": company, "filters": {"datasets": ["default"]}})
check("v2: match", status == 200 and body["results"], body)
check("v2: unknown property 400", call("POST", "/v2/match", {"query": {"schema": "Company", "properties": {"nope": "x"}}})[0] == 400)

check("search: bad schema 400", call("GET", "/search/default?schema=Nope")[:2] == (400, {"detail": "Invalid schema"}))
check("search: invalid/query 400", call("GET", "/search/default?q=invalid/query")[0] == 400)
check("search: simple never 400", call("GET", "/search/default?q=invalid/query&simple=true")[0] == 200)
check("search: offset 9999 422", call("GET", "/search/default?offset=9999")[0] == 422)
check("search: offset echoed", call("GET", "/search/default?offset=100")[1]["offset"] == 100)
check("search: limit 0", call("GET", "/search/default?limit=0")[1]["results"] == [])
check("search: unknown dataset 404", call("GET", "/search/nope")[0] == 404)
check("search: filter without colon 400", call("GET", "/search/default?filter=nope")[0] == 400)
check("search: bad date in a filter, nothing", call("GET", "/search/default?filter=properties.birthDate:banana")[1]["total"]["value"] == 0)
both = call("GET", "/search/default?countries=ru&countries=ir")[1]["total"]["value"]
none = call("GET", "/search/default?countries=ru&countries=ir&filter_op=AND")[1]["total"]["value"]
check("search: OR of countries at least AND", both >= none and both > 0)
rows = call("GET", "/search/default?sort=last_seen:desc&limit=20")[1]["results"]
seen = [r["last_seen"] or "" for r in rows]
check("search: sorted", seen == sorted(seen, reverse=True))
facets = call("GET", "/search/default?facets=schema&facets=genders")[1]["facets"]
check("search: facets", facets["schema"]["label"] == "Entity types" and facets["schema"]["values"])
check("search: changed in the future, none", call("GET", "/search/default?changed_since=2099-01-01")[1]["total"]["value"] == 0)

check("entity: unknown 404", call("GET", "/entities/nope")[:2] == (404, {"detail": "No such entity!"}))
check("adjacent: no entity property 404", call("GET", f"/entities/{known}/adjacent/name")[:2] == (404, {"detail": "No such property!"}))
merged = next((r for r in call("GET", "/search/default?limit=500")[1]["results"] if r["referents"]), None)
if merged:
    status, _, headers = call("GET", f"/entities/{merged['referents'][0]}")
    check("entity: referent 308", status == 308 and headers["location"] == f"/entities/{merged['id']}")
    status, body, _ = match({"a": {"schema": "Thing", "properties": {"name": merged["caption"]}}}, exclude_entity_ids=merged["referents"][0], threshold=0.5)
    check("exclude by referent", all(r["id"] != merged["id"] for r in body["responses"]["a"]["results"]))

status, body, headers = call("GET", "/catalog", key=None)
tag = headers["etag"]
check("catalog: open, tagged", status == 200 and tag and headers["cache-control"] == "public, max-age=300")
status, content, headers = call("GET", "/catalog", headers={"If-None-Match": f'"x", {tag}'}, raw=True)
check("catalog: 304", status == 304 and content == b"" and headers["etag"] == tag)
check("catalog: 304 for *", call("GET", "/catalog", headers={"If-None-Match": "*"})[0] == 304)
check("updatez: GET 405", call("GET", "/updatez")[0] == 405)
check("updatez: wrong token 403", call("POST", "/updatez?token=nope")[:2] == (403, {"detail": "Invalid token."}))
check("no key: 401", call("GET", "/search/default", key=None)[:2] == (401, {"detail": "No API key provided."}))
for header in (f"ApiKey {KEY}", f"Bearer {KEY}"):
    check(f"key as {header.split()[0]}", call("GET", "/search/default", key=None, headers={"Authorization": header})[0] == 200)
check("key as parameter", call("GET", f"/search/default?api_key={KEY}", key=None)[0] == 200)
import base64  # noqa: E402

basic = base64.b64encode(f"user:{KEY}".encode()).decode()
check("key as Basic", call("GET", "/search/default", key=None, headers={"Authorization": f"Basic {basic}"})[0] == 200)
check("long address: 414", call("GET", "/search/default?q=" + "x" * 60001)[0] == 414)
status, _, headers = call("GET", "/healthz", headers={"traceparent": "00-" + "ab" * 16 + "-" + "cd" * 8 + "-01", "tracestate": "other=1"})
check("trace: kept", headers["traceparent"].split("-")[1] == "ab" * 16 and headers["tracestate"].startswith("yente=") and headers["tracestate"].endswith("other=1"))
status, _, headers = call("GET", "/healthz", headers={"traceparent": "garbage"})
check("trace: new for garbage", len(headers["traceparent"]) == 55)
status, content, headers = call("GET", "/catalog", headers={"Accept-Encoding": "gzip"}, raw=True)
check("gzip", headers.get("content-encoding") == "gzip" and content[:2] == b"\x1f\x8b")
status, body, _ = call("GET", "/openapi.json", key=None)
check("openapi", body["openapi"].startswith("3.1") and "/match/{dataset}" in body["paths"])

# --- OpenRefine's flow, by the specification of the reconciliation API 0.2
status, manifest, _ = call("GET", f"/reconcile/default?api_key={KEY}", key=None)
check("reconcile: manifest", manifest["versions"] == ["0.2"] and manifest["defaultTypes"] and manifest["batchSize"])
check("reconcile: the caller's query comes back", KEY in manifest["suggest"]["entity"]["service_path"])


def form(path, **fields):
    data = urllib.parse.urlencode(fields).encode()
    return call("POST", path, data, headers={"Content-Type": "application/x-www-form-urlencoded"})


status, body, headers = form("/reconcile/default", queries=json.dumps({"q0": {"query": name, "type": "Organization", "limit": 3}, "q1": {"query": name, "properties": [{"pid": "Thing:country", "v": "ir"}]}}))
top = body["q0"]["result"][0]
check("reconcile: queries", status == 200 and top["match"] and set(top) >= {"id", "name", "type", "score"} and headers["x-batch-size"] == "2", body)
suggest = manifest["suggest"]["entity"]
status, body, _ = call("GET", urllib.parse.urlparse(suggest["service_url"]).path + suggest["service_path"] + "&prefix=" + urllib.parse.quote(name[:5]), key=None)
check("reconcile: suggest entity", status == 200 and body["result"], body)
check("reconcile: empty prefix", call("GET", "/reconcile/default/suggest/entity?prefix=")[1]["result"] == [])
check("reconcile: suggest type", call("GET", "/reconcile/default/suggest/type?prefix=Per")[1]["result"][0]["id"] == "Person")
check("reconcile: suggest property", any(p["id"] == "Thing:country" for p in call("GET", "/reconcile/default/suggest/property?prefix=count")[1]["result"]))
check("reconcile: properties of a type", any(p["id"] == "Thing:country" for p in call("GET", "/reconcile/default/extend/property?type=Company")[1]["properties"]))
status, body, _ = form("/reconcile/default", extend=json.dumps({"ids": [top["id"]], "properties": [{"id": "Thing:country"}, {"id": "Thing:name", "settings": {"limit": "1"}}]}))
check("reconcile: extend", status == 200 and body["meta"][0]["id"] == "Thing:country" and top["id"] in body["rows"], body)

print(f"{count - failures} of {count} checks hold")
sys.exit(1 if failures else 0)
