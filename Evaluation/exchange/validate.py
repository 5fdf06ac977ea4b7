"""Validates exports with libraries that the project did not write."""
import hashlib, json, pathlib, sys

import stix2
import stix2validator
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from followthemoney import model
from followthemoney.proxy import EntityProxy

folder, expected = pathlib.Path(sys.argv[1]), int(sys.argv[2])
faults = []


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


entities = 0
for path in sorted(folder.glob("*.ftm")):
    ids, links = set(), []
    for line in path.read_text().splitlines():
        data = json.loads(line)
        proxy = EntityProxy.from_dict(data)
        proxy.schema.validate(data)
        for name, values in data["properties"].items():
            kept = proxy.get(name)
            if len(kept) < len(set(values)):
                faults.append(f"{path.name}: {data['schema']}.{name} {values} kept {kept}")
        ids.add(data["id"])
        links += [v for p, v in proxy.itervalues() if p.type.name == "entity"]
        entities += 1
    faults += [f"{path.name}: {link} is not in the file" for link in links if link not in ids]

objects = 0
for path in sorted(folder.glob("*.stix")):
    text = path.read_text()
    bundle = stix2.parse(text, allow_custom=False)
    objects += len(bundle.objects)
    report = stix2validator.validate_string(text, stix2validator.ValidationOptions(version="2.1"))
    if not report.is_valid:
        faults.append(f"{path.name}: {[str(e) for e in report.errors]}")

bundles = 0
for path in sorted(folder.glob("*.bundle")) + sorted(folder.glob("*.green")):
    document = json.loads(path.read_text())
    signature = document.pop("signature")
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature["key"]))
    key.verify(bytes.fromhex(signature["value"]), canonical(document))
    if path.suffix == ".bundle":
        digest = hashlib.sha256(canonical(document["dossier"]) + b"\n").hexdigest()
        if digest != document["dossierSHA256"]:
            faults.append(f"{path.name}: the dossier is not what its digest says")
    bundles += 1

print(f"{entities} entities, {objects} STIX objects, {bundles} signed bundles; {len(faults)} faults")
print("\n".join(faults))
complete = bundles == 2 * expected and len(list(folder.glob("*.stix"))) == expected
sys.exit(0 if not faults and complete else 1)
