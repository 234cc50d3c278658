import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openSafetensors, writeSafetensors } from "../../../lib/encoder/weights/safetensors";
import { openWeights } from "../../../lib/encoder/weights/weights";
import { pytorchFile } from "../../encoder/weights/pytorchBytes";
import { commit, serveHub } from "../../encoder/hub/hubServer";
import { builtLibrary, needs } from "../../needs";
import { makeModelFolder, makeTokenizer } from "../../smallModel";
import { complaint, kliniskvest } from "../command";

/** The command as users start it; it runs what was built. */
const program = resolve(__dirname, "../../../lib/bin/kliniskvest.js");

const root = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let original: string;
beforeAll(async () => {
  original = await makeModelFolder(root, await makeTokenizer(root, ["pasienten", "blåmerke"]));
  writeFileSync(
    join(original, "README.md"),
    "---\nlanguage: [nb, nn]\nlicense: cc-by-4.0 # with credit\n---\n# A model\n",
  );
});

type Float = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
};
function tensorsOf(dir: string): Float[] {
  const weights = openWeights(dir);
  try {
    return weights.names.map((name) => ({ name, ...weights.read(name) }) as Float);
  } finally {
    weights.close();
  }
}
const sorted = (tensors: readonly Float[]): Float[] =>
  [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));

/** The original with weights of another form. */
function folderWith(name: string, write: (dir: string, tensors: Float[]) => void): string {
  const dir = join(root, name);
  cpSync(original, dir, { recursive: true });
  rmSync(join(dir, "model.safetensors"));
  write(dir, tensorsOf(original));
  return dir;
}

describe("model import of a folder", () => {
  it("copies what needs no conversion byte for byte, links followed", async () => {
    const linked = join(root, "linked");
    mkdirSync(linked);
    for (const name of readdirSync(original)) symlinkSync(join(original, name), join(linked, name));
    writeFileSync(join(linked, "modeling.py"), "import os");
    const out = join(root, "out-linked");
    const outcome = await kliniskvest("model", "import", linked, "--out", out);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.out).toMatch(/bert, [\d,]+ numbers, 7 tokens\n  licence: cc-by-4.0\n.* F32\n$/);
    expect(readdirSync(out).sort()).toEqual(readdirSync(original).sort());
    const name = "model.safetensors";
    expect(readFileSync(join(out, name)).equals(readFileSync(join(original, name)))).toBe(true);
  });

  it("converts PyTorch's file and shards to the same numbers", async () => {
    const bin = folderWith("bin", (dir, tensors) =>
      writeFileSync(join(dir, "pytorch_model.bin"), pytorchFile(tensors)),
    );
    const shards = folderWith("shards", (dir, tensors) => {
      const half = tensors.length >> 1;
      writeSafetensors(join(dir, "a.safetensors"), tensors.slice(0, half));
      writeSafetensors(join(dir, "b.safetensors"), tensors.slice(half));
      const map = tensors.map(({ name }, i) => [
        name,
        i < half ? "a.safetensors" : "b.safetensors",
      ]);
      writeFileSync(
        join(dir, "model.safetensors.index.json"),
        JSON.stringify({ weight_map: Object.fromEntries(map) as object }),
      );
    });
    for (const dir of [bin, shards]) {
      const out = `${dir}-out`;
      const outcome = await kliniskvest("model", "import", dir, "--out", out, "--json");
      expect(outcome).toMatchObject({ code: 0 });
      expect(JSON.parse(outcome.out)).toMatchObject({
        out,
        architecture: "bert",
        vocabulary: 7,
        isConverted: true,
        licence: "cc-by-4.0",
      });
      expect(sorted(tensorsOf(out))).toEqual(sorted(tensorsOf(original)));
      expect(readdirSync(out).sort()).toEqual(readdirSync(original).sort());
    }
  });

  it("widens halves", async () => {
    const dir = folderWith("halves", (to, tensors) => {
      // bfloat16 is the upper half of a float32.
      let offset = 0;
      const entries = tensors.map(({ name, shape, data }) => {
        const begin = offset;
        offset += 2 * data.length;
        return [name, { dtype: "BF16", shape, data_offsets: [begin, offset] }];
      });
      const header = Buffer.from(JSON.stringify(Object.fromEntries(entries) as object));
      const length = Buffer.alloc(8);
      length.writeBigUInt64LE(BigInt(header.length));
      const halves = tensors.map(({ data }) =>
        Buffer.from(
          Uint16Array.from(new Uint32Array(data.slice().buffer), (bits) => bits >>> 16).buffer,
        ),
      );
      writeFileSync(join(to, "model.safetensors"), Buffer.concat([length, header, ...halves]));
    });
    const out = `${dir}-out`;
    const outcome = await kliniskvest("model", "import", dir, "--out", out);
    expect(outcome.out).toMatch(/tensors: \d+ BF16, converted to one file of F32/);
    const file = openSafetensors(join(out, "model.safetensors"));
    expect(new Set(file.names.map((name) => file.dtype(name)))).toEqual(new Set(["F32"]));
    const before = tensorsOf(original).find(({ name }) => name === file.names[0])!.data;
    const after = file.read(file.names[0]!).data as Float32Array;
    file.close();
    after.forEach((value, i) => expect(Math.abs(value - before[i]!)).toBeLessThan(0.01));
  });

  it.each<[string, (dir: string) => void, RegExp]>([
    [
      "an encoder tensor less",
      (dir) =>
        writeSafetensors(
          join(dir, "model.safetensors"),
          tensorsOf(original).filter(({ name }) => !/word_embeddings/.test(name)),
        ),
      /word_embeddings.weight is missing/,
    ],
    [
      "other sizes than config.json says",
      (dir) => {
        const path = join(dir, "config.json");
        const config = JSON.parse(readFileSync(path, "utf8")) as object;
        writeFileSync(path, JSON.stringify({ ...config, vocab_size: 8 }));
      },
      /word_embeddings.weight has shape \[7,32\], config.json says \[8,32\]/,
    ],
    [
      "a tokenizer too large",
      (dir) => {
        const path = join(dir, "config.json");
        const config = JSON.parse(readFileSync(path, "utf8")) as object;
        writeFileSync(path, JSON.stringify({ ...config, vocab_size: 6 }));
      },
      /7 tokens, but config.json says vocab_size 6/,
    ],
    ["no tokenizer", (dir) => rmSync(join(dir, "tokenizer.json")), /tokenizer.json/],
    ["no configuration", (dir) => rmSync(join(dir, "config.json")), /has no config.json/],
    ["no weights", (dir) => rmSync(join(dir, "model.safetensors")), /has no weights/],
  ])("leaves nothing behind of a folder with %s", async (what, change, message) => {
    const dir = join(root, what);
    cpSync(original, dir, { recursive: true });
    change(dir);
    const out = `${dir} out`;
    const outcome = await kliniskvest("model", "import", dir, "--out", out);
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)).toHaveLength(1);
    expect(complaint(outcome)[0]).toMatch(message);
    expect(readdirSync(root).filter((name) => name.startsWith(`${what} out`))).toEqual([]);
  });

  it("refuses what is neither a folder nor a name, and a folder into itself", async () => {
    const out = join(root, "never");
    const notes = join(root, "notes");
    mkdirSync(notes);
    writeFileSync(join(notes, "note.txt"), "kept");
    for (const [args, message] of [
      [["model", "import", "absent", "--out", out], /no such folder, and no name on a hub/],
      [["model", "import", "../a/b", "--out", out], /no such folder, and no name on a hub/],
      [
        ["model", "import", original, "--out", join(notes, "note.txt")],
        /a file of that name exists/,
      ],
      [
        ["model", "import", original, "--out", join(original, "copy")],
        /lies in the model that is read/,
      ],
      [["model", "import", original, "--out", dirname(original)], /would replace the model/],
      [["model", "import", original, "--out", notes], /holds note\.txt.*left alone/],
      [["model", "import", original, "--out", original], /would replace the model that is read/],
      [["model", "import", original, "--out", out, "--revision", "v1"], /is a folder here/],
    ] as const) {
      const outcome = await kliniskvest(...args);
      expect(outcome.code).toBe(2);
      expect(complaint(outcome)[0]).toMatch(message);
    }
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(join(notes, "note.txt"), "utf8")).toBe("kept");
  });
});

describe("model import from a hub", () => {
  it("makes a model folder that says where it came from", async () => {
    const files = Object.fromEntries(
      readdirSync(original).map((name) => [name, readFileSync(join(original, name))]),
    );
    const server = await serveHub(files, ["model.safetensors"]);
    const out = join(root, "from-hub");
    const args = ["model", "import", "owner/name", "--hub", server.url, "--out", out];
    vi.stubEnv("HF_TOKEN", "hf_secret");
    try {
      server.faults.push({ file: "tokenizer.json", corrupt: true, times: 1 });
      const wrong = await kliniskvest(...args);
      expect(wrong.code).toBe(2);
      expect(complaint(wrong)[0]).toMatch(/tokenizer.json of owner\/name: the checksum/);
      expect(existsSync(out)).toBe(false);

      const outcome = await kliniskvest(...args);
      expect(outcome, outcome.err).toMatchObject({ code: 0 });
      expect(outcome.out).toContain(`from ${server.url}/owner/name at ${commit}`);
      expect(outcome.out).toContain("licence: cc-by-4.0");
      expect(outcome.err).not.toContain("hf_secret");
      expect(JSON.parse(readFileSync(join(out, "source.json"), "utf8"))).toMatchObject({
        model: "owner/name",
        commit,
        licence: "cc-by-4.0",
      });
      expect(sorted(tensorsOf(out))).toEqual(sorted(tensorsOf(original)));
      expect(existsSync(`${out}.download`)).toBe(false);
    } finally {
      vi.unstubAllEnvs();
      await server.close();
    }
  });

  it("goes on after its process was killed", needs(builtLibrary), async () => {
    const files = Object.fromEntries(
      readdirSync(original).map((name) => [name, readFileSync(join(original, name))]),
    );
    const server = await serveHub(files, ["model.safetensors"]);
    const out = join(root, "killed");
    const args = ["model", "import", "owner/name", "--hub", server.url, "--out", out];
    server.faults.push({ file: "model.safetensors", stallAfter: 20_000, times: 1 });
    const part = join(`${out}.download`, "model.safetensors.part");
    try {
      const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
      const exit = once(child, "exit");
      await vi.waitUntil(() => statSync(part, { throwIfNoEntry: false })?.size === 20_000, {
        timeout: 30_000,
      });
      child.kill("SIGKILL");
      await exit;
      expect(existsSync(out)).toBe(false);
      server.requests.length = 0;
      expect(await kliniskvest(...args)).toMatchObject({ code: 0 });
      const ranges = server.requests.filter(({ host }) => host === "store").map((r) => r.range);
      expect(ranges).toEqual(["bytes=0-0", "bytes=20000-"]);
      expect(sorted(tensorsOf(out))).toEqual(sorted(tensorsOf(original)));
    } finally {
      await server.close();
    }
  });
});
