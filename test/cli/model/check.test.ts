import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Parity } from "../../../lib/encoder/golden/parity";
import { complaint, kliniskvest } from "../command";

const golden = (name: string): string => join(import.meta.dirname, "../../goldens", name);
const root = mkdtempSync(join(tmpdir(), "model-check-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A golden folder whose `cases.json` is changed. */
function changed(change: (json: Record<string, unknown>) => Record<string, unknown>): string {
  const dir = mkdtempSync(join(root, "changed-"));
  cpSync(golden("norbert3-halves"), dir, { recursive: true });
  const path = join(dir, "cases.json");
  const json = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify(change(json)));
  return dir;
}

describe("model check", () => {
  it("prints one table for several folders", async () => {
    const outcome = await kliniskvest(
      ...["model", "check", golden("norbert3-tiny"), golden("norbert3-halves")],
    );
    expect(outcome.code).toBe(0);
    const [head, ...rows] = outcome.out.split("\n");
    expect(head).toMatch(/^golden +case +quantity +difference +relative +tolerance +worst tensor$/);
    const ofToken = rows.filter((row) => /gradient of token loss, \d+ tensors/.test(row));
    expect(ofToken.map((row) => row.split(" ")[0])).toEqual(["norbert3-tiny", "norbert3-halves"]);
    for (const row of ofToken)
      expect(row).toMatch(/ \d\.\de−\d+ +\d\.\de−\d+ +\d\.\de−\d+ {2}ok {2}[\w.]+\.(weight|bias)$/);
    expect(outcome.out).toMatch(/\d+ comparisons on onnxruntime-node [\d.]+, 0 beyond tolerance/);
    expect(outcome.err).toContain("[2/2] Comparing");
  });

  it("prints every tensor as JSON", async () => {
    const { out, code } = await kliniskvest("model", "check", golden("norbert3-halves"), "--json");
    expect(code).toBe(0);
    const { executor, folders } = JSON.parse(out) as { executor: string; folders: Parity[] };
    expect(executor).toBe("cpu");
    expect(folders).toHaveLength(1);
    expect(folders[0]!.architecture).toBe("norbert3");
    const tensors = folders[0]!.comparisons.filter(({ tensor }) => tensor?.startsWith("embedding"));
    expect(tensors).toHaveLength(4);
  });

  it("exits with 1 and names the worst if a tolerance is exceeded", async () => {
    const dir = changed((json) => ({ ...json, tolerances: { losses: 1e-12, hidden: 1e-7 } }));
    const outcome = await kliniskvest("model", "check", dir);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toMatch(/masked-token loss .* FAIL/);
    expect(outcome.out).toMatch(/token logits .* ok/);
    expect(complaint(outcome)).toEqual([
      expect.stringMatching(
        /comparisons fail; the worst is [a-z-]+ loss of case batch4 in .*: \d.\de−\d+ with a tolerance of 1.0e−12$/,
      ),
    ]);
  });

  it("says what was refused, which is no failure", async () => {
    const dir = changed((json) => json);
    const path = join(dir, "config.json");
    const config = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...config, max_position_embeddings: 20 }));
    const { out, code } = await kliniskvest("model", "check", dir);
    expect(code).toBe(0);
    expect(out).toContain(
      "batch4  refused, as documented: a row of 24 tokens exceeds the model's 20 positions",
    );
  });

  it("refuses a folder without golden values", async () => {
    const outcome = await kliniskvest("model", "check", root);
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)).toEqual([
      expect.stringContaining(`${root} is no folder of golden values: it has no cases.json`),
    ]);
  });
});
