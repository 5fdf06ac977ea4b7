"""The measures of a run: what `run` writes and `compare` reads.

A query has `id`, `group`, `kind`, `name`, `schema`, `expected` (ids of listed parties; empty: nobody listed) and, in
group p, `near` (the party it must not be taken for). An answer has `results`, best first.
"""
import hashlib

# Kinds that need knowledge no name carries: reported, not in the headline.
APART = {"alias_far", "script_translated"}
POSITIVE = "abcdf"
GROUPS = {
    "a": "held-out aliases", "b": "damage", "c": "scripts and romanisations", "d": "company forms",
    "f": "identifiers and vessels",
}
SCRIPTS = {
    "script_cyrillic": "Cyrillic", "script_arabic": "Arabic", "script_hangul": "Hangul", "script_cjk": "Chinese, Japanese",
}
SUBJECTS = {"Person": "persons", "Organization": "companies", "Company": "companies", "LegalEntity": "companies", "Vessel": "vessels"}


def half(query):
    """0 or 1, by a hash of the id: tune on one, look at the other."""
    return hashlib.sha256(query["id"].encode()).digest()[0] % 2


def key(hit):
    return (hit["score"], hit.get("weight", 0))


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else None


def outcome(query, answer):
    """What became of a query: the best hit, and the first expected (group p: near) party among the results."""
    hits = answer.get("results") or []
    wanted = query.get("near") if query["group"] == "p" else query["expected"]
    rank = next((place for place, hit in enumerate(hits) if hit["id"] in (wanted or [])), None)
    out = {"rank": None if rank is None else rank + 1}
    if rank is not None:
        out.update(score=hits[rank]["score"], weight=hits[rank].get("weight", 0), match=bool(hits[rank].get("match")))
    if hits:
        # Another party with exactly the same key as the first: a right and a wrong one cannot be told apart.
        tied = len(hits) > 1 and key(hits[0]) == key(hits[1]) and (hits[0]["id"] in query["expected"]) != (hits[1]["id"] in query["expected"])
        out.update(
            top_score=hits[0]["score"], top_weight=hits[0].get("weight", 0), top_match=bool(hits[0].get("match")),
            top_true=hits[0]["id"] in query["expected"], tied=tied,
            wrong_matches=sum(bool(hit.get("match")) and hit["id"] not in query["expected"] for hit in hits))
    return out


class Run:
    """Queries with their outcomes; every measure is a share of some of them."""

    def __init__(self, queries, outcomes):
        self.rows = [(query, outcomes[query["id"]]) for query in queries]
        self.positives = [row for row in self.rows if row[0]["group"] in POSITIVE and row[0]["kind"] not in APART]
        self.negatives = [row for row in self.rows if row[0]["group"] == "e"]
        self.at1, self.at5 = self.threshold(.01), self.threshold(.05)

    def threshold(self, share):
        """The smallest (score, weight) above which at most that share of the negatives lies."""
        tops = sorted(((out["top_score"], out["top_weight"]) if "top_score" in out else (-1, 0) for _, out in self.negatives), reverse=True)
        place = int(len(tops) * share)
        return tops[place] if place < len(tops) else (-1, 0)

    @staticmethod
    def share(rows, holds):
        return sum(bool(holds(out)) for _, out in rows) / len(rows) if rows else None

    def within(self, rows, most):
        return self.share(rows, lambda out: out["rank"] and out["rank"] <= most)

    def matched(self, rows):
        return self.share(rows, lambda out: out["rank"] and out["rank"] <= 5 and out["match"])

    def above(self, rows, threshold):
        return self.share(rows, lambda out: out["rank"] and out["rank"] <= 5 and (out["score"], out["weight"]) > threshold)

    def alarmed(self, rows):
        return self.share(rows, lambda out: out.get("top_match"))

    def alarmed_above(self, rows, threshold):
        return self.share(rows, lambda out: "top_score" in out and (out["top_score"], out["top_weight"]) > threshold)

    def bands(self, rows):
        """By hundreds of the best hit's score: how many, and the share of them that are true."""
        bands = {}
        for low in range(900, -1, -100):
            tops = [out for _, out in rows if "top_score" in out and min(out["top_score"] // 100 * 100, 900) == low]
            if tops:
                bands[f"{low}-{1000 if low == 900 else low + 99}"] = {"n": len(tops), "true": sum(out["top_true"] for out in tops) / len(tops)}
        return bands

    def measures(self):
        hard = [row for row in self.negatives if row[0]["kind"].startswith("neg_nearmiss") or row[0]["kind"] == "neg_number_changed"]
        ordinary = [row for row in self.negatives if row not in hard]
        changed = [row for row in self.negatives if row[0]["kind"] == "neg_number_changed"]
        pos, neg = self.positives, self.negatives
        head = {
            "queries": len(self.rows), "positives": len(pos), "negatives": len(neg),
            "recall@1": self.within(pos, 1), "recall@5": self.within(pos, 5), "recall@10": self.within(pos, 10),
            "recall@match": self.matched(pos), "fpr@match": self.alarmed(neg),
            "fpr@match ordinary": self.alarmed(ordinary), "fpr@match hard": self.alarmed(hard), "changed number a hit": self.alarmed(changed),
            "recall@fpr1": self.above(pos, self.at1), "fpr1 above": list(self.at1),
            "recall@fpr5": self.above(pos, self.at5), "fpr5 above": list(self.at5),
            "tied_top": self.share(pos, lambda out: out.get("tied")),
            "wrong matches per positive": sum(out.get("wrong_matches", 0) for _, out in pos) / max(1, len(pos)),
        }
        def table(rows):
            return {"n": len(rows), "recall@1": self.within(rows, 1), "recall@5": self.within(rows, 5), "recall@match": self.matched(rows), "recall@fpr1": self.above(rows, self.at1)}
        groups = {letter: table([row for row in pos if row[0]["group"] == letter]) for letter in POSITIVE}
        kinds = {}
        for group, kind in sorted({(query["group"], query["kind"]) for query, _ in self.rows}):
            rows = [row for row in self.rows if row[0]["kind"] == kind and row[0]["group"] == group]
            if group == "e":
                kinds[f"{group}/{kind}"] = {"n": len(rows), "fpr@match": self.alarmed(rows), "fpr@fpr1": self.alarmed_above(rows, self.at1)}
            elif group == "p":
                kinds[f"{group}/{kind}"] = {"n": len(rows), "listed": self.within(rows, 10), "a hit": self.share(rows, lambda out: out["rank"] and out["match"])}
            else:
                kinds[f"{group}/{kind}"] = table(rows)
        subjects = {name: [row for row in pos + neg if SUBJECTS.get(row[0]["schema"]) == name] for name in ("persons", "companies", "vessels")}
        return {
            "head": head, "groups": groups,
            "scripts": {name: {"n": len(rows), "recall@5": self.within(rows, 5)} for kind, name in SCRIPTS.items()
                        if (rows := [row for row in pos if row[0]["kind"] == kind])},
            "kinds": kinds,
            "bands": {"all": self.bands(pos + neg), **{name: self.bands(rows) for name, rows in subjects.items()}},
        }
