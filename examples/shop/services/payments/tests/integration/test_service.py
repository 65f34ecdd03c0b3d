"""The service as a process of its own, on a ledger that outlives it; and many clients at once."""

import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from payments.__main__ import start

SERVICE = Path(__file__).resolve().parents[2]


def call(url, method, path, body=None):
  address = urlsplit(url)
  connection = http.client.HTTPConnection(address.hostname, address.port, timeout=10)
  try:
    connection.request(method, path, None if body is None else json.dumps(body))
    response = connection.getresponse()
    return response.status, json.loads(response.read())
  finally:
    connection.close()


ORDER = {"order": "o1", "amount": 2390, "currency": "EUR", "card": "4242424242424242"}


class WithLedger(unittest.TestCase):
  def setUp(self):
    folder = tempfile.TemporaryDirectory()
    self.addCleanup(folder.cleanup)
    self.ledger = os.path.join(folder.name, "ledger.jsonl")


class Process(WithLedger):
  def spawn(self):
    process = subprocess.Popen(
      [sys.executable, "-m", "payments"],
      cwd=SERVICE,
      env={**os.environ, "HOST": "127.0.0.1", "PORT": "0", "PAYMENTS_LEDGER": self.ledger, "PYTHONDONTWRITEBYTECODE": "1"},
      stdout=subprocess.PIPE,
      stderr=subprocess.PIPE,
      text=True,
    )
    self.addCleanup(process.stdout.close)
    self.addCleanup(process.stderr.close)
    self.addCleanup(process.wait)
    self.addCleanup(process.kill)
    return process

  def serve(self):
    process = self.spawn()
    return process, process.stdout.readline().replace("payments listening on ", "").strip()

  def test_payments_survive_a_restart(self):
    process, url = self.serve()
    status, payment = call(url, "POST", "/payments", ORDER)
    self.assertEqual(status, 201)
    process.send_signal(signal.SIGTERM)
    self.assertEqual(process.wait(timeout=10), 0)

    _, url = self.serve()
    self.assertEqual(call(url, "GET", f"/payments/{payment['id']}"), (200, payment))
    self.assertEqual(call(url, "POST", "/payments", ORDER), (200, payment))

  def test_a_broken_ledger_is_told(self):
    Path(self.ledger).write_text("{\n", encoding="utf-8")
    process = self.spawn()
    _, errors = process.communicate(timeout=10)
    self.assertEqual(process.returncode, 2)
    self.assertIn("ledger.jsonl:1: not an entry of a ledger", errors)


class Concurrency(WithLedger):
  def test_an_order_that_comes_many_times_at_once_is_charged_once(self):
    server = start({"PORT": "0", "PAYMENTS_LEDGER": self.ledger})
    self.addCleanup(server.ledger.close)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    serving.start()
    self.addCleanup(server.server_close)
    self.addCleanup(serving.join)
    self.addCleanup(server.shutdown)
    with ThreadPoolExecutor(16) as pool:
      answers = list(pool.map(lambda _: call(server.url, "POST", "/payments", ORDER), range(32)))
    self.assertEqual(sorted(status for status, _ in answers), [200] * 31 + [201])
    self.assertEqual(len({payment["id"] for _, payment in answers}), 1)
    self.assertEqual(len(Path(self.ledger).read_text(encoding="utf-8").splitlines()), 1)
