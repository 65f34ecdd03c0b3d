"""The results of unittest as a JUnit report."""

from __future__ import annotations

import re
import sys
import time
import traceback
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

#: What XML 1.0 can't hold.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JUnitResult(unittest.TextTestResult):
  """Prints as unittest does, and remembers one case per test."""

  def __init__(self, *args: object, **kwargs: object) -> None:
    super().__init__(*args, **kwargs)
    self.cases: list[ET.Element] = []
    self._started: dict[str, float] = {}
    self._failed: set[str] = set()

  def startTest(self, test: unittest.TestCase) -> None:
    self._started[test.id()] = time.perf_counter()
    super().startTest(test)

  def addSuccess(self, test: unittest.TestCase) -> None:
    super().addSuccess(test)
    # Python calls this after failed subtests too, up to 3.10.
    if test.id() not in self._failed:
      self._case(test)

  def addError(self, test: unittest.TestCase, err: tuple) -> None:
    super().addError(test, err)
    self._problem("error", test, err)

  def addFailure(self, test: unittest.TestCase, err: tuple) -> None:
    super().addFailure(test, err)
    self._problem("failure", test, err)

  def addSubTest(self, test: unittest.TestCase, subtest: unittest.TestCase, err: tuple | None) -> None:
    super().addSubTest(test, subtest, err)
    if err is not None:
      self._failed.add(test.id())
      kind = "failure" if issubclass(err[0], test.failureException) else "error"
      self._problem(kind, subtest, err)

  def addSkip(self, test: unittest.TestCase, reason: str) -> None:
    super().addSkip(test, reason)
    ET.SubElement(self._case(test), "skipped", message=clean(reason))

  def addExpectedFailure(self, test: unittest.TestCase, err: tuple) -> None:
    super().addExpectedFailure(test, err)
    ET.SubElement(self._case(test), "skipped", message="fails as expected")

  def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:
    super().addUnexpectedSuccess(test)
    ET.SubElement(self._case(test), "failure", type="UnexpectedSuccess", message="passed, but was expected to fail")

  def _case(self, test: unittest.TestCase) -> ET.Element:
    base = getattr(test, "test_case", test)
    group, _, name = base.id().rpartition(".")
    # What is no test, such as a failed setUpClass, has an id like "setUpClass (module.Class)".
    fixture = re.fullmatch(r"(\w+) \((.+)\)", base.id())
    if fixture:
      name, group = fixture.groups()
    if base is not test:
      name += " " + str(test)[len(str(base)) :].strip()
    now = time.perf_counter()
    seconds = now - self._started.get(base.id(), now)
    case = ET.Element("testcase", classname=clean(group), name=clean(name), time=f"{seconds:.6f}")
    module = sys.modules.get(type(base).__module__)
    file = getattr(module, "__file__", None)
    if file is not None and Path.cwd() in Path(file).resolve().parents:
      case.set("file", Path(file).resolve().relative_to(Path.cwd()).as_posix())
    self.cases.append(case)
    return case

  def _problem(self, kind: str, test: unittest.TestCase, err: tuple) -> None:
    case = self._case(test)
    exception, value, trace = err
    problem = ET.SubElement(case, kind, type=exception.__qualname__, message=clean(str(value)))
    problem.text = clean("".join(traceback.format_exception(exception, value, trace)))


def write_junit(result: JUnitResult, suite: str, seconds: float, target: Path) -> None:
  """Writes the report of one run."""
  counts = {kind: sum(case.find(kind) is not None for case in result.cases) for kind in ("failure", "error", "skipped")}
  attributes = {
    "name": suite,
    "tests": str(len(result.cases)),
    "failures": str(counts["failure"]),
    "errors": str(counts["error"]),
    "skipped": str(counts["skipped"]),
    "time": f"{seconds:.6f}",
  }
  suites = ET.Element("testsuites")
  ET.SubElement(suites, "testsuite", attributes).extend(result.cases)
  target.parent.mkdir(parents=True, exist_ok=True)
  ET.ElementTree(suites).write(target, encoding="utf-8", xml_declaration=True)


def clean(text: str) -> str:
  return FORBIDDEN.sub("\ufffd", text)
