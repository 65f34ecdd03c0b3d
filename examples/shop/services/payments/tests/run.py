"""Runs one level of the tests (tests/<level>/test_*.py) and writes its reports:

    python3 tests/run.py LEVEL

leaves reports/<level>/junit.xml and coverage/<level>.xml (Cobertura) behind. Exits with 1 where a test failed or none
ran, and with 2 for an unknown level.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
import unittest
from pathlib import Path

SERVICE = Path(__file__).resolve().parent.parent
LEVELS = ("unit", "integration")
sys.path.insert(0, str(SERVICE))
sys.dont_write_bytecode = True

from coverage_report import Tracer, write_cobertura  # noqa: E402
from junit_report import JUnitResult, write_junit  # noqa: E402


def main(arguments: list[str]) -> int:
  if len(arguments) != 1 or arguments[0] not in LEVELS:
    print(f"usage: python3 tests/run.py {' | '.join(LEVELS)}", file=sys.stderr)
    return 2
  level = arguments[0]
  folder = SERVICE / "tests" / level
  os.chdir(SERVICE)
  report = SERVICE / "reports" / level
  coverage = SERVICE / "coverage" / f"{level}.xml"
  # A report of an earlier run must never pass for one of this run.
  shutil.rmtree(report, ignore_errors=True)
  coverage.unlink(missing_ok=True)

  started = time.perf_counter()
  # The sources are imported while the tracer is on, else their outermost lines would not count.
  with Tracer(SERVICE / "payments") as tracer:
    suite = unittest.defaultTestLoader.discover(str(folder), top_level_dir=str(folder))
    runner = unittest.TextTestRunner(stream=sys.stdout, resultclass=JUnitResult, verbosity=2)
    result = runner.run(suite)
  write_junit(result, f"payments.{level}", time.perf_counter() - started, report / "junit.xml")
  covered, total = write_cobertura(tracer, SERVICE, coverage)
  print(f"lines: {covered} of {total} covered ({100 * covered / total:.2f} %)")
  if result.testsRun == 0:
    print("no test ran", file=sys.stderr)
    return 1
  return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
  sys.exit(main(sys.argv[1:]))
