"""The service from the command line: `python3 -m payments`.

Environment: PAYMENTS_LEDGER (the file that keeps the payments; default none: they end with the process),
PORT (8083; 0 takes a free one), HOST (127.0.0.1).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Mapping

from payments.ledger import Ledger
from payments.server import Server


def start(env: Mapping[str, str]) -> Server:
  """A server that is bound to its port and not serving yet."""
  ledger = Ledger(env.get("PAYMENTS_LEDGER") or None)
  version = env.get("SLUICE_VERSION", "unknown")
  return Server(env.get("HOST", "127.0.0.1"), int(env.get("PORT", "8083")), ledger, version)


def main() -> int:
  """Serves until SIGTERM or SIGINT. Returns the exit code."""
  try:
    server = start(os.environ)
  except (OSError, ValueError) as error:
    print(f"payments: {error}", file=sys.stderr)
    return 2
  # shutdown() waits for the serving loop, which this thread runs.
  for number in (signal.SIGTERM, signal.SIGINT):
    signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
  print(f"payments listening on {server.url}", flush=True)
  server.serve_forever(poll_interval=0.05)
  server.server_close()
  server.ledger.close()
  return 0


if __name__ == "__main__":
  sys.exit(main())
