import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  openSafetensors,
  writeSafetensors,
  type NamedTensor,
} from "../../../lib/encoder/weights/safetensors";
import { InputError } from "../../../lib/errors";
import { random } from "../../../lib/random";
import { authorsGoldens, goldensOfAuthors, needs } from "../../needs";

const folder = mkdtempSync(join(tmpdir(), "safetensors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newPath = (): string => join(folder, `${files++}.safetensors`);

/** A file with this header, whatever it says, and so many bytes of data. */
function fileWith(header: string | Buffer, dataBytes = 0, claimedLength?: bigint): string {
  const json = Buffer.from(header as string);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(claimedLength ?? BigInt(json.length));
  const path = newPath();
  writeFileSync(path, Buffer.concat([length, json, Buffer.alloc(dataBytes, 1)]));
  return path;
}

function withoutLastBytes(path: string, count: number): string {
  truncateSync(path, statSync(path).size - count);
  return path;
}

describe("tensors written and read again", () => {
  const tensors: NamedTensor[] = [
    { name: "flag", shape: [3], data: Uint8Array.of(1, 0, 1) },
    {
      name: "blåbær.weight",
      shape: [2, 3],
      data: Float32Array.of(1, -2, 0.1, 4, 5, -0),
    },
    { name: "ids", shape: [2], data: BigInt64Array.of(-1n, 2n ** 62n) },
    { name: "scalar", shape: [], data: Float64Array.of(Math.PI) },
    { name: "empty", shape: [0, 7], data: new Float32Array(0) },
    { name: "__proto__", shape: [1], data: Int32Array.of(-7) },
  ];

  it("are the same, whatever their type and name", () => {
    const path = newPath();
    writeSafetensors(path, tensors, { format: "pt" });
    const file = openSafetensors(path);
    expect([...file.names].sort()).toEqual(tensors.map(({ name }) => name).sort());
    expect(file.metadata).toEqual({ format: "pt" });
    for (const { name, shape, data } of tensors) {
      const found = file.read(name);
      expect(found.shape, name).toEqual(shape);
      expect(found.data, name).toStrictEqual(data);
    }
    expect(() => file.read("absent")).toThrow(InputError);
    file.close();
  });

  it("lie at multiples of 8 bytes at the start and of their element size each", () => {
    const path = newPath();
    writeSafetensors(path, tensors);
    const bytes = readFileSync(path);
    const length = Number(bytes.readBigUInt64LE());
    expect(length % 8).toBe(0);
    const header = JSON.parse(bytes.toString("utf8", 8, 8 + length)) as Record<
      string,
      { data_offsets: [number, number] }
    >;
    for (const { name, data } of tensors)
      expect(header[name]!.data_offsets[0] % data.BYTES_PER_ELEMENT, name).toBe(0);
  });

  it("may be a part of a larger buffer", () => {
    const path = newPath();
    const data = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    writeSafetensors(path, [{ name: "part", shape: [2], data }]);
    const file = openSafetensors(path);
    expect(file.read("part").data).toEqual(Float32Array.of(2, 3));
    file.close();
  });

  it("may be fetched one at a time, when each is written", () => {
    const path = newPath();
    const fetched: string[] = [];
    const source = (name: string, value: number) => ({
      name,
      shape: [2],
      dtype: "F32" as const,
      read: () => {
        fetched.push(name);
        return Float32Array.of(value, value);
      },
    });
    writeSafetensors(path, [source("a", 1), source("b", 2)]);
    expect(fetched).toEqual(["a", "b"]);
    const file = openSafetensors(path);
    expect([...file.read("b").data, ...file.read("a").data]).toEqual([2, 2, 1, 1]);
    expect([file.shape("a"), file.dtype("a")]).toEqual([[2], "F32"]);
    file.close();
    const short = { ...source("c", 3), shape: [3] };
    expect(() => writeSafetensors(newPath(), [short])).toThrow(/2 values of c do not fill/);
  });

  it("leave nothing behind when writing fails", () => {
    const path = newPath();
    const wrong = { name: "w", shape: [3], data: new Float32Array(2) } as const;
    expect(() => writeSafetensors(path, [wrong])).toThrow(
      /2 values of w do not fill the shape \[3\]/,
    );
    const other = { ...wrong, shape: [2] };
    expect(() => writeSafetensors(path, [other, other])).toThrow(/w occurs twice/);
    expect(readdirSync(folder).filter((name) => path.endsWith(name))).toEqual([]);
  });
});

it("half precision and bfloat16 become float32, exactly", () => {
  // 1, −2, largest, smallest normal, smallest and largest subnormal, −0, infinity, NaN.
  const half = [0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001, 0x03ff, 0x8000, 0x7c00, 0x7e00];
  const values = [1, -2, 65504, 2 ** -14, 2 ** -24, 1023 * 2 ** -24, -0, Infinity, NaN];
  const brain = [0x3f80, 0xc000, 0x7f7f, 0x0080, 0x0001, 0x8000, 0x7f80, 0x7fc0];
  const brainValues = [1, -2, 3.3895313892515355e38, 2 ** -126, 2 ** -133, -0, Infinity, NaN];
  const header = JSON.stringify({
    half: { dtype: "F16", shape: [half.length], data_offsets: [0, 2 * half.length] },
    brain: { dtype: "BF16", shape: [brain.length], data_offsets: [2 * half.length, 34] },
  });
  const path = fileWith(header);
  writeFileSync(path, Buffer.from(Uint16Array.from([...half, ...brain]).buffer), { flag: "a" });
  const file = openSafetensors(path);
  expect(file.read("half").data).toStrictEqual(Float32Array.from(values));
  expect(file.read("brain").data).toStrictEqual(Float32Array.from(brainValues));
  file.close();
});

describe("a file that is not what it says", () => {
  const one = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
  const entry = (dtype: unknown, shape: unknown, offsets: unknown): string =>
    JSON.stringify({ w: { dtype, shape, data_offsets: offsets } });
  const cases: [what: string, path: () => string, message: RegExp][] = [
    ["is absent", () => join(folder, "absent"), /cannot be opened \(ENOENT\)/],
    ["is a folder", () => folder, /is a folder or a device/],
    ["has 7 bytes", () => withoutLastBytes(fileWith(""), 1), /7 bytes are too few/],
    ["has a header beyond its end", () => fileWith("{}", 0, 999n), /999 bytes .* truncated/],
    ["has a huge header", () => fileWith("{}", 0, 2n ** 63n), /the limit is 100000000/],
    ["has broken JSON", () => fileWith('{"w":'), /not a JSON object/],
    ["has broken UTF-8", () => fileWith(Buffer.from("7b22ff223a317d", "hex")), /not a JSON object/],
    ["has a list as header", () => fileWith("[]"), /not a JSON object/],
    ["nests deeply", () => fileWith(`{"w":${"[".repeat(2e5)}`), /not a JSON object/],
    [
      "nests deeply and closes",
      () => fileWith(`{"w":${"[".repeat(2e5)}${"]".repeat(2e5)}}`),
      /not described by an object|not a JSON object/,
    ],
    ["names a tensor twice", () => fileWith(`{"w":${one},"w":${one}}`, 4), /distinct keys/],
    [
      "names a field twice",
      () => fileWith(`{"w":{"dtype":"F32",${one.slice(1)}}`, 4),
      /distinct keys/,
    ],
    ["has a tensor that is no object", () => fileWith('{"w":1}'), /not described by an object/],
    ["hides fields in __proto__", () => fileWith('{"w":{"__proto__":4}}', 4), /fields/],
    ["has a field too many", () => fileWith(`{"w":{"x":1,${one.slice(1)}}`, 4), /fields/],
    ["has a metadata number", () => fileWith('{"__metadata__":{"a":1}}'), /texts to texts/],
    ["has an unknown type", () => fileWith(entry("F8", [1], [0, 1]), 1), /unknown dtype "F8"/],
    ["has an inherited type", () => fileWith(entry("constructor", [1], [0, 1]), 1), /dtype "con/],
    ["has a type that is no text", () => fileWith(entry(["F32"], [1], [0, 4]), 4), /unknown dtype/],
    ["has a negative size", () => fileWith(entry("F32", [-1], [0, 4]), 4), /not a list of sizes/],
    [
      "has a fractional size",
      () => fileWith(entry("F32", [0.5], [0, 2]), 2),
      /not a list of sizes/,
    ],
    [
      "has an infinite size",
      () => fileWith('{"w":{"dtype":"F32","shape":[1e999],"data_offsets":[0,4]}}', 4),
      /not a list of sizes/,
    ],
    [
      "has an overflowing shape",
      () => fileWith(entry("F32", [2 ** 40, 2 ** 40], [0, 4]), 4),
      /needs .* has 4/,
    ],
    [
      "has a shape of other bytes",
      () => fileWith(entry("F32", [2], [0, 4]), 4),
      /needs 8 .* has 4/,
    ],
    ["has three offsets", () => fileWith(entry("F32", [1], [0, 4, 4]), 4), /not two offsets/],
    ["has reversed offsets", () => fileWith(entry("F32", [1], [4, 0]), 4), /needs 4 bytes, has -4/],
    ["lost its end", () => fileWith(entry("F32", [2], [0, 8]), 4), /take 8 bytes and 4 are there/],
    ["has a gap before a tensor", () => fileWith(entry("F32", [1], [4, 8]), 8), /begins at byte 4/],
    [
      "has overlapping tensors",
      () => fileWith(`{"a":${one},"b":${one}}`, 8),
      /"b" begins at byte 0 .* not at 4/,
    ],
    ["goes on after its tensors", () => fileWith(entry("F32", [1], [0, 4]), 5), /1 bytes follow/],
  ];
  it.each(cases)("%s: one line says so", (_, path, message) => {
    let caught: unknown;
    try {
      openSafetensors(path()).close();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(InputError);
    expect((caught as Error).message).toMatch(message);
    expect((caught as Error).message).not.toContain("\n");
    expect((caught as Error).message.length).toBeLessThan(400);
  });

  it.each([
    ["of lists", "[", ""],
    ["of lists that close", "[", "]"],
    ["of objects", '{"a":', ""],
    ["of objects that close", '{"a":', "}"],
  ])("is refused however deep its nest %s is", (_, open, close) => {
    for (const depth of [1e4, 1e6]) {
      const middle = close === "" ? "" : "1";
      const header = `{"w":${open.repeat(depth)}${middle}${close.repeat(depth)}}`;
      expect(() => openSafetensors(fileWith(header))).toThrow(InputError);
    }
  });

  it("is refused or read without a crash, whatever bytes are changed, cut off or put in", () => {
    const path = newPath();
    const rounds = 500;
    writeSafetensors(
      path,
      [
        { name: "vekt", shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) },
        { name: "ids", shape: [2], data: BigInt64Array.of(1n, 2n) },
      ],
      { format: "pt" },
    );
    const bytes = readFileSync(path);
    const headerEnd = 8 + Number(bytes.readBigUInt64LE());
    let refused = 0;
    for (let seed = 0; seed < rounds; seed++) {
      const draw = random(seed, "hostile safetensors");
      let changed = Buffer.from(bytes);
      for (let changes = 1 + draw.integer(5); changes > 0; changes--) {
        // The length more often than its eight bytes among all would be.
        const at = draw.integer(4) === 0 ? draw.integer(8) : draw.integer(headerEnd);
        const kind = draw.integer(4);
        const digit = 48 + draw.integer(10);
        if (kind === 0) changed = changed.subarray(0, draw.integer(changed.length + 1));
        else if (kind === 1)
          changed = Buffer.concat([
            changed.subarray(0, at),
            Buffer.of(digit),
            changed.subarray(at),
          ]);
        else if (at < changed.length)
          // Digits keep the JSON whole and make its numbers wrong.
          changed[at] =
            kind === 2 && changed[at]! >= 48 && changed[at]! <= 57 ? digit : draw.integer(256);
      }
      writeFileSync(path, changed);
      try {
        const file = openSafetensors(path);
        for (const name of file.names) {
          const { shape, data } = file.read(name);
          expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
        }
        file.close();
      } catch (error) {
        expect(error, `seed ${seed}`).toBeInstanceOf(InputError);
        expect((error as Error).message).not.toContain("\n");
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(rounds / 2);
  });

  it("is refused or read without a crash, whatever byte of the header is changed", () => {
    const path = newPath();
    const data = Float32Array.of(1, 2, 3, 4, 5, 6);
    writeSafetensors(path, [{ name: "w", shape: [2, 3], data }], { format: "pt" });
    const bytes = readFileSync(path);
    const headerEnd = 8 + Number(bytes.readBigUInt64LE());
    const draw = random(1, "changed bytes");
    let refused = 0;
    for (let at = 0; at < headerEnd; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ (1 + draw.integer(255));
      writeFileSync(path, changed);
      try {
        const file = openSafetensors(path);
        for (const name of file.names) expect(file.read(name).data.byteLength).toBe(24);
        file.close();
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(headerEnd / 2);
  });
});

const golden = join(authorsGoldens, "model.safetensors");
describe("PyTorch's file", needs(goldensOfAuthors), () => {
  it("is written again byte for byte equal in its data", () => {
    const file = openSafetensors(golden);
    expect(file.names).toContain("embedding.word_embedding.weight");
    const path = newPath();
    const tensors = file.names.map((name): NamedTensor => {
      const { shape, data } = file.read(name);
      return { name, shape, data };
    });
    writeSafetensors(path, tensors, file.metadata);
    const again = openSafetensors(path);
    for (const { name, shape, data } of tensors)
      expect(again.read(name), name).toStrictEqual({ shape, data });
    file.close();
    again.close();
  });
});
