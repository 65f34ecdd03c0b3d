import os
import tempfile
import unittest

from payments.ledger import Conflict, Ledger


class InMemory(unittest.TestCase):
  def setUp(self):
    self.ledger = Ledger()

  def test_an_order_is_charged_once(self):
    first, first_is_new = self.ledger.charge("o1", 2390, "EUR", "4242")
    again, again_is_new = self.ledger.charge("o1", 2390, "EUR", "4242")
    self.assertEqual((first_is_new, again_is_new), (True, False))
    self.assertEqual(first, again)

  def test_an_order_is_not_charged_something_else(self):
    self.ledger.charge("o1", 2390, "EUR", "4242")
    for amount, currency in ((2391, "EUR"), (2390, "USD")):
      with self.subTest(currency), self.assertRaisesRegex(Conflict, "order o1 was charged 2390 EUR before"):
        self.ledger.charge("o1", amount, currency, "4242")

  def test_a_payment_is_found_by_its_id(self):
    payment, _ = self.ledger.charge("o1", 2390, "EUR", "4242")
    self.assertEqual(self.ledger.find(payment["id"]), payment)
    self.assertIsNone(self.ledger.find("none"))

  def test_a_refund_happens_once(self):
    payment, _ = self.ledger.charge("o1", 2390, "EUR", "4242")
    refunded = self.ledger.refund(payment["id"])
    self.assertEqual(refunded, {**payment, "status": "refunded"})
    self.assertEqual(self.ledger.refund(payment["id"]), refunded)
    self.assertIsNone(self.ledger.refund("none"))


class OnFile(unittest.TestCase):
  def setUp(self):
    folder = tempfile.TemporaryDirectory()
    self.addCleanup(folder.cleanup)
    self.file = os.path.join(folder.name, "ledger.jsonl")

  def open(self):
    ledger = Ledger(self.file)
    self.addCleanup(ledger.close)
    return ledger

  def test_payments_and_refunds_are_read_back(self):
    ledger = self.open()
    kept, _ = ledger.charge("o1", 2390, "EUR", "4242")
    returned, _ = ledger.charge("o2", 100, "USD", "4242")
    ledger.refund(returned["id"])
    ledger.close()
    ledger = self.open()
    self.assertEqual(ledger.find(kept["id"]), kept)
    self.assertEqual(ledger.find(returned["id"])["status"], "refunded")
    self.assertEqual(ledger.charge("o1", 2390, "EUR", "4242"), (kept, False))

  def test_a_broken_line_is_named(self):
    for line in ("{", "[]", "{}"):
      with self.subTest(line):
        with open(self.file, "w", encoding="utf-8") as file:
          file.write(line + "\n")
        with self.assertRaisesRegex(ValueError, "ledger.jsonl:1: not an entry"):
          Ledger(self.file)
