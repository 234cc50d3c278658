import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { reportCommand } from "../../lib/cli/report/report";

const folder = mkdtempSync(join(tmpdir(), "rebuild-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("makes every table and figure that is committed again, from the records that are", async () => {
  // Sources are copied, nothing that the command makes.
  for (const source of ["evaluations", "heldOut", "pretraining"])
    cpSync(join("results", source), join(folder, source), { recursive: true });
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await reportCommand().parseAsync(["tables", "--results", folder], { from: "user" });
  vi.restoreAllMocks();
  const made = ["tables", "figures"].flatMap((part) =>
    readdirSync(join("results", part)).map((file) => join(part, file)),
  );
  expect(made.length).toBeGreaterThan(40);
  for (const file of made)
    // Pixels depend on the processor that draws them; what is drawn does not.
    if (file.endsWith(".png")) expect(existsSync(join(folder, file)), file).toBe(true);
    else
      expect(
        readFileSync(join(folder, file), "utf8") === readFileSync(join("results", file), "utf8"),
        file,
      ).toBe(true);
  const others = ["tables", "figures"].flatMap((part) =>
    readdirSync(join(folder, part)).map((file) => join(part, file)),
  );
  expect(others.filter((file) => !made.includes(file))).toEqual([]);
}, 120_000);
