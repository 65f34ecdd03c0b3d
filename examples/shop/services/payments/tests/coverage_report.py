"""Which lines of a package ran, as a Cobertura report, with the standard library alone.

A line counts where a statement begins, as the syntax tree tells (docstrings are no statements), and where the
compiler made code for it. So the count is the same for each version of Python.
"""

from __future__ import annotations

import ast
import dis
import sys
import threading
import time
import types
import xml.etree.ElementTree as ET
from pathlib import Path


class Tracer:
  """Notes each line that runs in the files of a folder, in all threads that start while it is on."""

  def __init__(self, folder: Path) -> None:
    self.folder = folder.resolve()
    self.lines: dict[str, set[int]] = {}
    self._wanted: dict[str, bool] = {}

  def __enter__(self) -> Tracer:
    threading.settrace(self._call)
    sys.settrace(self._call)
    return self

  def __exit__(self, *_: object) -> None:
    sys.settrace(None)
    threading.settrace(None)

  def _call(self, frame: types.FrameType, event: str, _argument: object):
    name = frame.f_code.co_filename
    if name not in self._wanted:
      self._wanted[name] = self.folder in Path(name).resolve().parents
    if not self._wanted[name]:
      return None
    lines = self.lines.setdefault(name, set())
    lines.add(frame.f_lineno)

    def line(frame: types.FrameType, _event: str, _argument: object):
      lines.add(frame.f_lineno)
      return line

    return line


def statements(source: str, name: str) -> dict[int, range]:
  """The first line of each statement, with the lines of it (of a block: of its head) that may run."""
  tree = ast.parse(source, name)
  compiled = code_lines(compile(source, name, "exec"))
  spans: dict[int, range] = {}
  for node in ast.walk(tree):
    if not isinstance(node, (ast.stmt, ast.ExceptHandler)) or is_docstring(node):
      continue
    body = getattr(node, "body", None)
    last = max(node.lineno, first_line(body[0]) - 1) if body else node.end_lineno
    span = range(first_line(node), last + 1)
    if not compiled.isdisjoint(span):
      spans[node.lineno] = span
    for decorator in getattr(node, "decorator_list", []):
      spans[decorator.lineno] = range(decorator.lineno, decorator.end_lineno + 1)
  return spans


def first_line(node: ast.AST) -> int:
  """The line of a statement, or of its first decorator."""
  return min([node.lineno] + [item.lineno for item in getattr(node, "decorator_list", [])])


def is_docstring(node: ast.AST) -> bool:
  """Whether a statement is a text and nothing else, which never runs."""
  return (
    isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
  )


def code_lines(code: types.CodeType) -> set[int]:
  """The lines that have code, in nested functions too."""
  lines = {line for _, line in dis.findlinestarts(code) if line}
  for constant in code.co_consts:
    if isinstance(constant, types.CodeType):
      lines |= code_lines(constant)
  return lines


def hits(file: Path, traced: set[int]) -> dict[int, int]:
  """Each line of a file that counts, with 1 where it ran."""
  spans = statements(file.read_text(encoding="utf-8"), str(file))
  return {line: int(not traced.isdisjoint(span)) for line, span in sorted(spans.items())}


def write_cobertura(tracer: Tracer, root: Path, target: Path) -> tuple[int, int]:
  """Writes the report of all files in the tracer's folder, run or not. Returns the covered and all lines."""
  root = root.resolve()
  traced: dict[Path, set[int]] = {}
  for name, lines in tracer.lines.items():
    traced.setdefault(Path(name).resolve(), set()).update(lines)
  files = {file: hits(file, traced.get(file, set())) for file in sorted(tracer.folder.rglob("*.py"))}

  report = ET.Element("coverage", version="1.0", timestamp=str(int(time.time() * 1000)), complexity="0")
  covered, total = rates(report, [hit for lines in files.values() for hit in lines.values()])
  report.set("lines-covered", str(covered))
  report.set("lines-valid", str(total))
  for name in ("branches-covered", "branches-valid", "branch-rate"):
    report.set(name, "0")
  ET.SubElement(ET.SubElement(report, "sources"), "source").text = str(root)
  package = ET.SubElement(ET.SubElement(report, "packages"), "package", name=tracer.folder.name, complexity="0")
  package.set("branch-rate", "0")
  rates(package, [hit for lines in files.values() for hit in lines.values()])
  classes = ET.SubElement(package, "classes")
  for file, lines in files.items():
    item = ET.SubElement(classes, "class", name=file.stem, filename=file.relative_to(root).as_posix())
    item.set("complexity", "0")
    item.set("branch-rate", "0")
    rates(item, list(lines.values()))
    ET.SubElement(item, "methods")
    parent = ET.SubElement(item, "lines")
    for number, hit in lines.items():
      ET.SubElement(parent, "line", number=str(number), hits=str(hit))
  target.parent.mkdir(parents=True, exist_ok=True)
  ET.ElementTree(report).write(target, encoding="utf-8", xml_declaration=True)
  return covered, total


def rates(element: ET.Element, hit: list[int]) -> tuple[int, int]:
  element.set("line-rate", f"{sum(hit) / len(hit):.4f}" if hit else "1")
  return sum(hit), len(hit)
