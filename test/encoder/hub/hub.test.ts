import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { downloadModel, type Download } from "../../../lib/encoder/hub/hub";
import { parseHub } from "../../../lib/encoder/hub/hubAccess";
import { InputError } from "../../../lib/errors";
import { needs } from "../../needs";
import { commit, serveHub, type HubServer } from "./hubServer";

const root = mkdtempSync(join(tmpdir(), "hub-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const weights = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> 3));
const files = {
  ".gitattributes": Buffer.from("*.safetensors filter=lfs"),
  "README.md": Buffer.from("---\nlicense: cc-by-4.0\n---\n"),
  "config.json": Buffer.from('{"model_type":"bert"}'),
  "modeling_evil.py": Buffer.from("import os"),
  "model.safetensors": weights,
  "pytorch_model.bin": Buffer.from("the same again"),
  "tokenizer.json": Buffer.from('{"æøå":1}'),
  "vocab.txt": Buffer.alloc(0),
};
const wanted = ["README.md", "config.json", "model.safetensors", "tokenizer.json", "vocab.txt"];
const without = (...names: string[]): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

let server: HubServer;
beforeAll(async () => {
  server = await serveHub(files, ["model.safetensors", "pytorch_model.bin"]);
});
afterAll(() => server.close());
let dir: string;
let downloads = 0;
beforeEach(() => {
  dir = join(root, String(downloads++));
});
afterEach(() => {
  server.faults.length = 0;
  server.requests.length = 0;
});

const download = (options: Partial<Download> = {}) =>
  downloadModel({ hub: server.url, model: "owner/name", dir, pauses: [0], ...options });
async function refusal(options: Partial<Download> = {}): Promise<string> {
  const error: unknown = await download(options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect((error as Error).message).not.toContain("\n");
  return (error as Error).message;
}
const holdsAll = (): void => {
  expect(readdirSync(dir).sort()).toEqual([...wanted, "source.json"].sort());
  for (const name of wanted)
    expect(readFileSync(join(dir, name)).equals(files[name as keyof typeof files]), name).toBe(
      true,
    );
};
const rangesOf = (file: string): (string | undefined)[] =>
  server.requests
    .filter(
      ({ path, host, range }) => host === "store" && path === `/${file}` && range !== "bytes=0-0",
    )
    .map(({ range }) => range);

describe("a model on a hub", () => {
  it("is downloaded without code, and with one form of its weights", async () => {
    const seen: string[] = [];
    const source = await download({
      revision: "v1",
      onProgress: (received, total, file) => seen.push(`${file} ${received}/${total}`),
    });
    holdsAll();
    expect(source).toMatchObject({ hub: server.url, model: "owner/name", commit });
    expect(source.files.map(({ name }) => name).sort()).toEqual(wanted);
    const total = wanted.reduce((sum, name) => sum + files[name as keyof typeof files].length, 0);
    expect(seen.at(-1)).toBe(`model.safetensors ${total}/${total}`);
  });

  it("is found under its new name", async () => {
    expect((await download({ model: "owner/old" })).model).toBe("owner/name");
    holdsAll();
  });

  it("gets the token, and no other host does", async () => {
    await download({ token: "hf_secret" });
    expect(server.requests.some(({ host }) => host === "store")).toBe(true);
    for (const { host, token, path } of server.requests)
      expect(token, `${host} ${path}`).toBe(host === "hub" ? "Bearer hf_secret" : undefined);
  });

  it("goes on where a connection broke off, to the same bytes", async () => {
    server.faults.push(
      { file: "model.safetensors", breakAfter: 100_000, times: 1 },
      { file: "model.safetensors", breakAfter: 50_000, times: 1 },
    );
    await download();
    holdsAll();
    const ranges = rangesOf("model.safetensors");
    expect(ranges).toHaveLength(3);
    expect(ranges[0]).toBe("bytes=0-");
    const starts = ranges.map((range) => Number(/\d+/.exec(range!)![0]));
    expect(starts[1]).toBeGreaterThan(0);
    expect(starts[2]).toBeGreaterThan(starts[1]!);
  });

  it("goes on after the process ended, with what it had", async () => {
    server.faults.push({ file: "model.safetensors", breakAfter: 100_000, times: 1 });
    expect(await refusal({ pauses: [] })).toMatch(
      /connection to .* broke off at model.safetensors of owner\/name .*run the command again to go on/,
    );
    const part = join(dir, "model.safetensors.part");
    const arrived = statSync(part).size;
    expect(arrived).toBeGreaterThan(0);
    expect(existsSync(join(dir, "model.safetensors"))).toBe(false);
    server.requests.length = 0;
    let first: number | undefined;
    await download({ onProgress: (_, total) => (first ??= total) });
    holdsAll();
    expect(rangesOf("model.safetensors")).toEqual([`bytes=${arrived}-`]);
    expect(first).toBe(weights.length - arrived);
    server.requests.length = 0;
    await download();
    expect(server.requests.filter(({ path }) => path.includes("resolve"))).toEqual([]);
  });

  it("begins again where the server knows no ranges or the part is too long", async () => {
    server.faults.push(
      { file: "model.safetensors", breakAfter: 100_000, times: 1 },
      { file: "model.safetensors", ignoreRange: true, times: 1 },
    );
    await download();
    holdsAll();
    writeFileSync(join(dir, "model.safetensors.part"), Buffer.alloc(400_000));
    rmSync(join(dir, "model.safetensors"));
    await download();
    holdsAll();
  });

  it("is not left damaged by other revisions or changed files", async () => {
    await download();
    truncateSync(join(dir, "tokenizer.json"), 3);
    await download();
    holdsAll();
    writeFileSync(
      join(dir, "source.json"),
      JSON.stringify({ hub: server.url, model: "owner/name", commit: "another" }),
    );
    writeFileSync(join(dir, "tokenizer.json"), "{}");
    server.requests.length = 0;
    await download();
    holdsAll();
    expect(rangesOf("model.safetensors")).toEqual(["bytes=0-"]);
  });

  it("is refused for a wrong checksum, and what arrived is removed", async () => {
    for (const file of ["config.json", "model.safetensors"]) {
      server.faults.push({ file, corrupt: true, times: 1 });
      expect(await refusal()).toMatch(
        new RegExp(
          `^${file} of owner/name: the checksum .* is [0-9a-f]+, the hub states [0-9a-f]+`,
        ),
      );
      expect(readdirSync(dir).filter((name) => name.startsWith(file))).toEqual([]);
    }
    await download();
    holdsAll();
  });

  it("is downloaded though the hub fails for a moment", async () => {
    server.faults.push({ file: "tokenizer.json", status: 503, times: 1 });
    await download();
    holdsAll();
    rmSync(join(dir, "tokenizer.json"));
    server.faults.push({ file: "tokenizer.json", status: 503 });
    expect(await refusal()).toMatch(
      /answers 503 for tokenizer.json of owner\/name: try again later/,
    );
  });

  it("stops when told to", async () => {
    const controller = new AbortController();
    const reason = Object.assign(new Error("stopped"), { name: "AbortError" });
    const stopping = download({
      signal: controller.signal,
      onProgress: (_, __, file) => {
        if (file === "model.safetensors") controller.abort(reason);
      },
    });
    await expect(stopping).rejects.toBe(reason);
    expect(existsSync(join(dir, "model.safetensors"))).toBe(false);
    await download();
    holdsAll();
  });
});

describe("what a hub refuses", () => {
  const gated = {
    status: 401,
    code: "GatedRepo",
    message: "Access to model owner/name is restricted",
  };
  it.each<[string, () => void, Partial<Download>, RegExp]>([
    [
      "is gated",
      () => server.faults.push({ file: "config.json", ...gated }),
      {},
      /owner\/name is gated: accept its terms at http:.*\/owner\/name, set HF_TOKEN/,
    ],
    [
      "is gated for the account too",
      () => server.faults.push({ file: "config.json", ...gated, status: 403 }),
      { token: "hf_x" },
      /the account of HF_TOKEN has no access: accept its terms at/,
    ],
    [
      "is private or unknown",
      () => server.faults.push({ status: 401, code: "RepoNotFound", message: "Invalid username" }),
      {},
      /no public model owner\/name: check the name; if it is private, set HF_TOKEN/,
    ],
    [
      "is not for this token",
      () => server.faults.push({ status: 403, message: "Forbidden" }),
      { token: "hf_x" },
      /does not let the account of HF_TOKEN see owner\/name/,
    ],
    ["is unknown", () => undefined, { model: "owner/other" }, /has no model owner\/other/],
    ["has no such revision", () => undefined, { revision: "v9" }, /or not this revision/],
    [
      "was moved in the middle",
      () => server.faults.push({ file: "config.json", status: 404, code: "EntryNotFound" }),
      {},
      /config.json of owner\/name is no longer where .* run the command again/,
    ],
    ["is asked too often", () => server.faults.push({ status: 429 }), {}, /fewer requests/],
    [
      "has a token that is none",
      () => undefined,
      { token: "secret" },
      /HF_TOKEN is not a token of the hub: it must start with hf_/,
    ],
  ])("%s: one line says what to do", async (_, prepare, options, message) => {
    prepare();
    const text = await refusal(options);
    expect(text).toMatch(message);
    expect(text).not.toContain("secret");
  });

  it("is a hub that is not there: one line says how to do without", async () => {
    const gone = await serveHub(files, []);
    await gone.close();
    expect(await refusal({ hub: gone.url })).toMatch(
      /cannot be reached \(ECONNREFUSED\).*download config.json, .* and run `kliniskvest model import FOLDER`/,
    );
    expect(await refusal({ hub: "http://hub.invalid" })).toMatch(/cannot be reached \(E[A-Z_]+\)/);
  });

  it("is a server that goes away in the middle: what arrived is kept", async () => {
    const leaving = await serveHub(files, ["model.safetensors"]);
    leaving.faults.push({ file: "model.safetensors", breakAfter: 100_000 });
    const text = await refusal({
      hub: leaving.url,
      onProgress: (_, __, file) => {
        if (file === "model.safetensors") void leaving.close();
      },
    });
    expect(text).toMatch(/broke off at model.safetensors/);
    expect(statSync(join(dir, "model.safetensors.part")).size).toBeGreaterThan(0);
  });

  it("is a model without weights or configuration", async () => {
    for (const name of ["model.safetensors", "config.json"]) {
      const rest = without(name, "pytorch_model.bin");
      const poor = await serveHub(rest, []);
      expect(await refusal({ hub: poor.url })).toMatch(
        /owner\/name at http.* has no (model.safetensors or pytorch_model.bin|config.json); it is no model/,
      );
      await poor.close();
    }
  });

  it("is a folder in the way, or no address", async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, "notes.txt"), "mine");
    expect(await refusal()).toMatch(/holds other files/);
    expect(readdirSync(dir)).toEqual(["notes.txt"]);
    expect(() => parseHub("hub.example", undefined)).toThrow(/not an address/);
    expect(() => parseHub("ftp://hub.example", undefined)).toThrow(/https:/);
    expect(() => parseHub("http://hub.example", "hf_x")).toThrow(/not sent without encryption/);
    expect(parseHub("https://hub.example/", "hf_x")).toBe("https://hub.example");
    expect(parseHub("http://localhost:8080", "hf_x")).toBe("http://localhost:8080");
  });

  it(
    "is a full disk",
    needs({ what: "a system with /dev/full", present: existsSync("/dev/full") }),
    async () => {
      server.faults.push({ file: "model.safetensors", breakAfter: 0 });
      await refusal({ pauses: [] });
      server.faults.length = 0;
      rmSync(join(dir, "model.safetensors.part"), { force: true });
      symlinkSync("/dev/full", join(dir, "model.safetensors.part"));
      expect(await refusal()).toMatch(
        /disk is full at model.safetensors of owner\/name: free some space/,
      );
    },
  );
});

describe("weights in shards", () => {
  it("are fetched as the index lists them", async () => {
    const shard = (name: string): Record<string, Buffer> => ({ [name]: Buffer.from(name) });
    const small = without("model.safetensors", "pytorch_model.bin");
    const index = (shards: string[]): Buffer =>
      Buffer.from(
        JSON.stringify({
          weight_map: Object.fromEntries(shards.map((name, i) => [`t${i}`, name])),
        }),
      );
    const shards = ["model-1.safetensors", "model-2.safetensors"];
    const many = await serveHub(
      {
        ...small,
        ...shard(shards[0]!),
        ...shard(shards[1]!),
        ...shard("other.safetensors"),
        "model.safetensors.index.json": index(shards),
      },
      shards,
    );
    await download({ hub: many.url });
    expect(readdirSync(dir).filter((name) => name.endsWith(".safetensors"))).toEqual(shards);
    await many.close();

    const hostile = await serveHub(
      { ...small, "model.safetensors.index.json": index(["../../escape"]) },
      [],
    );
    dir = `${dir}-hostile`;
    expect(await refusal({ hub: hostile.url })).toMatch(/not the plain name of a file/);
    await hostile.close();
  });
});
