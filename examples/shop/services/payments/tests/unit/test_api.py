import http.client
import json
import re
import threading
import unittest
from pathlib import Path

from payments.__main__ import start
from payments.server import ROUTES

SERVICE = Path(__file__).resolve().parents[2]


class PaymentsApi(unittest.TestCase):
  def setUp(self):
    self.server = start({"PORT": "0", "SLUICE_VERSION": "1.2.3"})
    serving = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
    serving.start()
    self.addCleanup(self.server.server_close)
    self.addCleanup(serving.join)
    self.addCleanup(self.server.shutdown)
    self.connection = http.client.HTTPConnection(*self.server.server_address, timeout=10)
    self.addCleanup(self.connection.close)

  def call(self, method, path, body=None, headers=None):
    text = body if body is None or isinstance(body, str) else json.dumps(body)
    self.connection.request(method, path, text, headers or {})
    response = self.connection.getresponse()
    return response.status, json.loads(response.read())

  def charge(self, **change):
    body = {"order": "o1", "amount": 2390, "currency": "EUR", "card": "4242424242424242", **change}
    return self.call("POST", "/payments", body)

  def test_tells_its_health_and_its_version(self):
    self.assertEqual(self.call("GET", "/healthz"), (200, {"status": "ok", "service": "payments", "version": "1.2.3"}))

  def test_charges_an_order_once_and_keeps_four_digits(self):
    status, payment = self.charge()
    self.assertEqual((status, payment["amount"], payment["card"]), (201, 2390, "4242"))
    self.assertEqual(self.charge(), (200, payment))
    self.assertEqual(self.call("GET", f"/payments/{payment['id']}"), (200, payment))

  def test_refunds(self):
    _, payment = self.charge()
    status, refunded = self.call("POST", f"/payments/{payment['id']}/refund")
    self.assertEqual((status, refunded["status"]), (200, "refunded"))

  def test_refuses_what_is_wrong(self):
    self.charge()
    refusals = [
      (self.charge(amount=1), 409, "was charged 2390 EUR before"),
      (self.charge(order="o2", card="4000000000000002"), 402, "the card is declined"),
      (self.charge(order="o2", card="1"), 402, "the card's number is wrong"),
      (self.charge(order=""), 422, "an order and a card"),
      (self.charge(amount=True), 422, "whole number of cents"),
      (self.charge(amount=0), 422, "whole number of cents"),
      (self.charge(currency="euro"), 422, "three capital letters"),
      (self.call("POST", "/payments", []), 422, "an order and a card"),
      (self.call("POST", "/payments", "{"), 400, "not valid JSON"),
      (self.call("POST", "/payments"), 400, "not valid JSON"),
      (self.call("GET", "/payments"), 405, "GET is not offered"),
      (self.call("GET", "/payments/none"), 404, "no payment none"),
      (self.call("POST", "/payments/none/refund"), 404, "no payment none"),
      (self.call("GET", "/hats?x=/healthz"), 404, "nothing here"),
    ]
    for (status, body), expected, message in refusals:
      with self.subTest(message):
        self.assertEqual(status, expected)
        self.assertIn(message, body["error"])

  def test_refuses_a_body_that_is_too_long_or_has_no_length(self):
    for headers in ({"Content-Length": "70000"}, {"Transfer-Encoding": "chunked"}):
      with self.subTest(headers):
        status, body = self.call("POST", "/payments", headers=headers)
        self.assertEqual(status, 413)
        self.assertIn("65536 bytes", body["error"])
        self.connection.close()


class Description(unittest.TestCase):
  def test_openapi_has_exactly_the_routes_of_the_server_and_the_manifest_its_version(self):
    spec = (SERVICE / "openapi.yaml").read_text(encoding="utf-8")
    described = []
    path = ""
    for line in spec.splitlines():
      found = re.match(r"^  (/\S*):$", line)
      path = found.group(1) if found else path
      method = re.match(r"^    (get|put|post|delete):$", line)
      if method:
        described.append((method.group(1).upper(), path))
    self.assertEqual(sorted(described), sorted((method, path) for method, path, _ in ROUTES))

    version = re.search(r"^  version: (\S+)$", spec, re.MULTILINE).group(1)
    manifest = (SERVICE / "sluice.service.yaml").read_text(encoding="utf-8")
    self.assertRegex(manifest, rf"\bapi: payments-api, version: {re.escape(version)}, spec: openapi\.yaml\b")
