"""What a card's number tells."""

from __future__ import annotations

#: The well-known test number that every card processor declines.
DECLINED = "4000000000000002"


def is_valid(number: str) -> bool:
  """Whether a number has 12 to 19 digits and a right check digit (Luhn, ISO/IEC 7812-1)."""
  if not (number.isascii() and number.isdigit() and 12 <= len(number) <= 19):
    return False
  total = 0
  for position, digit in enumerate(reversed(number)):
    value = int(digit)
    if position % 2 == 1:
      value *= 2
      if value > 9:
        value -= 9
    total += value
  return total % 10 == 0


def refusal(number: str) -> str | None:
  """Why a card is declined, or None for a good one."""
  if not is_valid(number):
    return "the card's number is wrong"
  if number == DECLINED:
    return "the card is declined"
  return None


def masked(number: str) -> str:
  """The last four digits: all that may be kept of a number."""
  return number[-4:]
