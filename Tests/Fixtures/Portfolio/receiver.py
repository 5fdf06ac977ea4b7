"""A receiver of webhooks on the loopback interface for tests.

    receiver.py LOG SECRET BEHAVIOUR...

It prints its port, and treats one request after the other as told: a status, `stall` (takes the message and
does not answer), `drop` (closes the connection). Behind the last behaviour all are answered with 200. Each
request is one line of LOG: its id, its body and whether the signature holds, computed here by Python.
"""
import base64, hashlib, hmac, json, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer

log, secret, behaviours = sys.argv[1], sys.argv[2], sys.argv[3:]
key = base64.b64decode(secret.removeprefix("whsec_"))


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        message = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + body
        expected = "v1," + base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
        behaviour = behaviours.pop(0) if behaviours else "200"
        with open(log, "a") as out:
            out.write(json.dumps({
                "id": self.headers["webhook-id"], "behaviour": behaviour,
                "signed": expected in self.headers["webhook-signature"].split(" "),
                "recent": abs(time.time() - int(self.headers["webhook-timestamp"])) < 60,
                "body": json.loads(body),
            }) + "\n")
        if behaviour == "stall":
            time.sleep(3)
        if behaviour in ("stall", "drop"):
            self.connection.close()
            return
        self.send_response(int(behaviour))
        self.end_headers()

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Receiver)
server.handle_error = lambda *_: None
print(server.server_port, flush=True)
server.serve_forever()
