"""The ledger: which orders were charged. Kept in memory, and in an append-only file where there is one."""

from __future__ import annotations

import json
import os
import threading
import uuid


class Conflict(Exception):
  """An order was charged before, but for something else."""


class Ledger:
  """Payments by their ids and by their orders. Safe for many threads of one process."""

  def __init__(self, file: str | None = None) -> None:
    """Reads what a file has; without a file the ledger ends with the process."""
    self._lock = threading.Lock()
    self._payments: dict[str, dict] = {}
    self._ids: dict[str, str] = {}
    self._file = None
    if file is None:
      return
    if os.path.exists(file):
      with open(file, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
          self._replay(file, number, line)
    self._file = open(file, "a", encoding="utf-8")

  def _replay(self, file: str, number: int, line: str) -> None:
    try:
      self._remember(json.loads(line))
    except (ValueError, TypeError, KeyError) as error:
      raise ValueError(f"{file}:{number}: not an entry of a ledger") from error

  def charge(self, order: str, amount: int, currency: str, card: str) -> tuple[dict, bool]:
    """Charges an order: its payment, and whether that is a new one.

    Raises Conflict where the order was charged another amount before.
    """
    with self._lock:
      known = self._ids.get(order)
      if known is not None:
        payment = self._payments[known]
        if (payment["amount"], payment["currency"]) != (amount, currency):
          raise Conflict(f"order {order} was charged {payment['amount']} {payment['currency']} before")
        return payment, False
      payment = {
        "id": str(uuid.uuid4()),
        "order": order,
        "amount": amount,
        "currency": currency,
        "card": card,
        "status": "captured",
      }
      self._write(payment)
      return payment, True

  def refund(self, payment_id: str) -> dict | None:
    """Gives the money of a payment back; None for an unknown one. A second time changes nothing."""
    with self._lock:
      payment = self._payments.get(payment_id)
      if payment is None or payment["status"] == "refunded":
        return payment
      refunded = {**payment, "status": "refunded"}
      self._write(refunded)
      return refunded

  def find(self, payment_id: str) -> dict | None:
    """A payment, or None."""
    with self._lock:
      return self._payments.get(payment_id)

  def close(self) -> None:
    """Closes the file."""
    if self._file is not None:
      self._file.close()

  def _write(self, payment: dict) -> None:
    # The disk first: what a client was told must survive a crash.
    if self._file is not None:
      self._file.write(json.dumps(payment) + "\n")
      self._file.flush()
      os.fsync(self._file.fileno())
    self._remember(payment)

  def _remember(self, payment: dict) -> None:
    self._payments[payment["id"]] = payment
    self._ids[payment["order"]] = payment["id"]
