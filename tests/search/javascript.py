"""The browser's engine under Node.js: runs a few lines of JavaScript and gives their answer."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.places import REPOSITORY
from tests.programs import find_node

ENGINE = REPOSITORY / "static" / "js" / "search"
PRELUDE = """
const fs = require("fs"), vm = require("vm"), path = require("path");
const { engine, given } = JSON.parse(fs.readFileSync(0, "utf8"));
for (const name of fs.readdirSync(engine).sort())
  if (name.endsWith(".js")) vm.runInThisContext(fs.readFileSync(path.join(engine, name), "utf8"));
const answer = (value) => fs.writeSync(1, JSON.stringify(value));
"""


def run_javascript(lines: str, given: object = None, *, cwd: Path = REPOSITORY) -> Any:
    """What `lines` handed to `answer`; they see `given`, and the engine as `minutebook`.

    Raises AssertionError with what Node.js printed when the lines fail.
    """
    run = subprocess.run(
        [find_node(), "--stack-trace-limit=50", "-e", f"{PRELUDE}(async () => {{{lines}}})();"],
        input=json.dumps({"engine": str(ENGINE), "given": given}),
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )
    assert run.returncode == 0, run.stderr[-4000:]
    return json.loads(run.stdout)
