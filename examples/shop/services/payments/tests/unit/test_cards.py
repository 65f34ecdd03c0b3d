import unittest

from payments import cards


class Cards(unittest.TestCase):
  def test_a_right_check_digit_is_valid(self):
    for number in ("4242424242424242", "378282246310005", "6304000000000000"):
      with self.subTest(number):
        self.assertTrue(cards.is_valid(number))

  def test_anything_else_is_not(self):
    for number in ("4242424242424241", "0", "", "4242 4242 4242 4242", "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", "0" * 20):
      with self.subTest(number):
        self.assertFalse(cards.is_valid(number))

  def test_a_refusal_tells_why(self):
    self.assertEqual(cards.refusal("4242424242424241"), "the card's number is wrong")
    self.assertEqual(cards.refusal(cards.DECLINED), "the card is declined")
    self.assertIsNone(cards.refusal("4242424242424242"))

  def test_four_digits_are_kept(self):
    self.assertEqual(cards.masked("378282246310005"), "0005")
