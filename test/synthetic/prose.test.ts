/** The files of Norwegian sentences: their format, and that both standards are there. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseProse, readProse, withProse } from "../../lib/synthetic/prose";

const folder = join(import.meta.dirname, "../../lib/assets/synthetic");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .map((path) => path.replaceAll("\\", "/"));

describe("a file of sentences", () => {
  it("has lists of entries in both standards, with the lines they begin at", () => {
    const text =
      "# why\n\n[plan]\nnb: Ring {he} om {1-3} uker.\nnn: Ring {he} om {1-3} veker.\nboth: Sov godt.\n[b: c]\nboth: Ja.";
    expect([...parseProse(text, "x.txt")]).toEqual([
      [
        "plan",
        {
          terms: [
            { nb: "Ring {he} om {1-3} uker.", nn: "Ring {he} om {1-3} veker." },
            { nb: "Sov godt.", nn: "Sov godt." },
          ],
          lines: [4, 6],
        },
      ],
      ["b: c", { terms: [{ nb: "Ja.", nn: "Ja." }], lines: [8] }],
    ]);
  });

  it.each([
    [
      "a missing nynorsk",
      "[a]\nnb: Ja.\nnb: Nei.\nnn: Nei.",
      "x.txt:3: the line above is in bokmål",
    ],
    [
      "a missing nynorsk at the end of a list",
      "[a]\nnb: Ja.\n[b]",
      "x.txt:3: the line above is in bokmål",
    ],
    ["a missing nynorsk at the end", "[a]\nnb: Ja.\n", "x.txt:3: the line above is in bokmål"],
    ["a missing bokmål", "[a]\nnn: Ja.", "x.txt:2: nn: without nb:"],
    ["braces that do not match", "[a]\nboth: Ring {he.", "x.txt:2: brackets { } do not match"],
    ["nested braces", "[a]\nboth: Ring {{he}}.", "x.txt:2: brackets { } do not match"],
    ["a second list of a name", "[a]\nboth: Ja.\n[a]", "x.txt:3: there is a list [a] above"],
    ["an empty list", "[a]\n[b]\nboth: Ja.", "x.txt:2: the list above is empty"],
    ["an empty last list", "[a]\nboth: Ja.\n[b]\n", "x.txt:4: the last list is empty"],
    ["an entry without a list", "both: Ja.", "x.txt:1: an entry stands before"],
    ["a line that is none", "[a]\nbokmål: Ja.", "x.txt:2: expected [name]"],
    ["an empty entry", "[a]\nboth:", "x.txt:2: expected [name]"],
  ])("is refused for %s, with its line", (_, text, message) => {
    expect(() => parseProse(text, "x.txt")).toThrow(message);
  });

  it("is refused for a list that is missing, and for one that nothing reads", () => {
    const names = [
      ...parseProse(readFileSync(join(folder, "notes/entityPhrases.txt"), "utf8"), "").keys(),
    ];
    expect(() => readProse("notes/entityPhrases", [...names, "more"])).toThrow(
      /entityPhrases\.txt: the list \[more\] is missing/,
    );
    expect(() => readProse("notes/entityPhrases", names.slice(1))).toThrow(
      /entityPhrases\.txt:\d+: nothing reads the list/,
    );
    expect(() => withProse("conditions/heart", ["signs"], { nobody: {} })).toThrow(
      /heart\.txt: the list \[nobody: signs\] is missing/,
    );
  });
});

describe("the files there are", () => {
  it("are each read by one module, and by no more", () => {
    const code = readdirSync(join(folder, "../../synthetic"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(join(folder, "../../synthetic", path), "utf8"))
      .join("\n");
    for (const file of files)
      expect(code.split(`"${file.replace(".txt", "")}"`), file).toHaveLength(2);
    expect(files.length).toBeGreaterThan(30);
  });

  it("name the same of a person in both standards", () => {
    // Other words may differ: what is one word in bokmål can be two in nynorsk.
    const person = /\{=?(name|first|last|fnr|birth|phone|ownPhone|address|record)\}/g;
    const slots = (text: string): string[] =>
      [...text.matchAll(person)].map((slot) => slot[1]!).sort();
    for (const file of files)
      for (const { terms, lines } of parseProse(
        readFileSync(join(folder, file), "utf8"),
        file,
      ).values())
        terms.forEach(({ nb, nn }, i) =>
          expect(slots(nn), `${file}:${lines[i]}`).toEqual(slots(nb)),
        );
  });
});
