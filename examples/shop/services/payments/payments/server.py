"""The API `payments-api`, as openapi.yaml describes it."""

from __future__ import annotations

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from payments import cards
from payments.ledger import Conflict, Ledger

BODY_LIMIT_BYTES = 64 * 1024

#: Method, path and the name of the Handler's method that answers.
ROUTES = [
  ("GET", "/healthz", "health"),
  ("POST", "/payments", "charge"),
  ("GET", "/payments/{id}", "payment"),
  ("POST", "/payments/{id}/refund", "refund"),
]


class Refused(Exception):
  """An answer that is not a success; its message goes to the client."""

  def __init__(self, status: int, message: str) -> None:
    super().__init__(message)
    self.status = status


class Server(ThreadingHTTPServer):
  """The server of one ledger. Port 0 takes a free one."""

  daemon_threads = True
  # Requests that come at once wait for a thread instead of being refused.
  request_queue_size = 64

  def __init__(self, host: str, port: int, ledger: Ledger, version: str = "unknown") -> None:
    super().__init__((host, port), Handler)
    self.ledger = ledger
    self.version = version

  @property
  def url(self) -> str:
    """The address, such as `http://127.0.0.1:8083`."""
    host, port = self.server_address[:2]
    return f"http://{host}:{port}"


class Handler(BaseHTTPRequestHandler):
  """One connection."""

  protocol_version = "HTTP/1.1"
  # Headers and body leave in two writes; without this the second waits for the client's acknowledgement.
  disable_nagle_algorithm = True
  # An idle connection ends after so many seconds.
  timeout = 30

  def do_GET(self) -> None:
    self._answer("GET")

  def do_POST(self) -> None:
    self._answer("POST")

  def health(self) -> tuple[int, dict]:
    return 200, {"status": "ok", "service": "payments", "version": self.server.version}

  def charge(self) -> tuple[int, dict]:
    order, amount, currency, card = checked(self._json())
    reason = cards.refusal(card)
    if reason is not None:
      raise Refused(402, reason)
    try:
      payment, is_new = self.server.ledger.charge(order, amount, currency, cards.masked(card))
    except Conflict as error:
      raise Refused(409, str(error)) from error
    return (201 if is_new else 200), payment

  def payment(self, payment_id: str) -> tuple[int, dict]:
    return 200, found(self.server.ledger.find(payment_id), payment_id)

  def refund(self, payment_id: str) -> tuple[int, dict]:
    return 200, found(self.server.ledger.refund(payment_id), payment_id)

  def log_message(self, format: str, *args: object) -> None:
    """Requests are not logged: their paths are nobody's business."""

  def _answer(self, method: str) -> None:
    self._body = self._read()
    try:
      name, params = route(method, self.path.split("?", 1)[0])
      status, answer = getattr(self, name)(*params)
    except Refused as error:
      status, answer = error.status, {"error": str(error)}
    text = json.dumps(answer).encode() + b"\n"
    self.send_response(status)
    self.send_header("Content-Type", "application/json")
    self.send_header("Content-Length", str(len(text)))
    self.end_headers()
    self.wfile.write(text)

  def _read(self) -> bytes | None:
    """The body; None where it is too long, or has no length: then the connection can't serve another request."""
    length = self.headers.get("Content-Length", "0")
    if "Transfer-Encoding" in self.headers or not length.isdigit() or int(length) > BODY_LIMIT_BYTES:
      self.close_connection = True
      return None
    return self.rfile.read(int(length))

  def _json(self) -> object:
    if self._body is None:
      raise Refused(413, f"a body has a Content-Length of at most {BODY_LIMIT_BYTES} bytes")
    try:
      return json.loads(self._body)
    except (ValueError, RecursionError) as error:
      raise Refused(400, "the body is not valid JSON") from error


def route(method: str, path: str) -> tuple[str, list[str]]:
  """The name of the answering method, and the parameters in the path."""
  is_known = False
  for route_method, template, name in ROUTES:
    match = re.fullmatch(re.sub(r"\{\w+\}", "([^/]+)", template), path)
    if match is None:
      continue
    if route_method == method:
      return name, list(match.groups())
    is_known = True
  if is_known:
    raise Refused(405, f"{method} is not offered here")
  raise Refused(404, "there is nothing here")


def checked(body: object) -> tuple[str, int, str, str]:
  """The order, amount, currency and card of a request."""
  fields = body if isinstance(body, dict) else {}
  order, amount, currency, card = (fields.get(key) for key in ("order", "amount", "currency", "card"))
  if not isinstance(order, str) or order == "" or not isinstance(card, str):
    raise Refused(422, "a payment has an order and a card")
  # True is an int in Python.
  if type(amount) is not int or amount < 1:
    raise Refused(422, "an amount is a whole number of cents, at least 1")
  if not isinstance(currency, str) or re.fullmatch("[A-Z]{3}", currency) is None:
    raise Refused(422, "a currency has three capital letters")
  return order, amount, currency, card


def found(payment: dict | None, payment_id: str) -> dict:
  """The payment, or a refusal that says that there is none."""
  if payment is None:
    raise Refused(404, f"there is no payment {payment_id}")
  return payment
