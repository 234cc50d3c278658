import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPytorchFile } from "../../../lib/encoder/weights/pytorchFile";
import { InputError } from "../../../lib/errors";
import { random } from "../../../lib/random";
import { needs, python, pythonPackages } from "../../needs";
import { entries, pickle, pytorchFile, statePickle, tensorCall, zip } from "./pytorchBytes";
import type { MadeTensor } from "./pytorchBytes";

const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function fileOf(bytes: Buffer): string {
  const path = join(folder, `${files++}.bin`);
  writeFileSync(path, bytes);
  return path;
}

function readAll(path: string): Record<string, { shape: readonly number[]; data: unknown[] }> {
  const file = openPytorchFile(path);
  try {
    return Object.fromEntries(
      file.names.map((name) => {
        const { shape, data } = file.read(name);
        expect(file.shape(name)).toEqual(shape);
        return [name, { shape, data: [...data] }];
      }),
    );
  } finally {
    file.close();
  }
}

const floats = Buffer.from(Float32Array.of(1, 2, 3, 4, 5, 6).buffer);
const view: MadeTensor = {
  name: "vekt.blåbær",
  storage: "FloatStorage",
  key: "0",
  elements: 6,
  offset: 0,
  shape: [2, 3],
  strides: [3, 1],
};
const fileWith = (...tensors: readonly Partial<MadeTensor>[]): string =>
  fileOf(zip(entries(statePickle(tensors.map((each) => ({ ...view, ...each }))), { "0": floats })));

describe("a file as torch.save writes it", () => {
  it("gives every view of its storages in row-major order", () => {
    const path = fileWith(
      {},
      { name: "tied" },
      { name: "transposed", shape: [3, 2], strides: [1, 3] },
      { name: "column", offset: 1, shape: [2], strides: [3] },
      { name: "axes", shape: [1, 2, 1, 3], strides: [99, 3, 7, 1] },
      { name: "scalar", offset: 5, shape: [], strides: [] },
      { name: "empty", shape: [0, 4], strides: [4, 1] },
    );
    const all = [1, 2, 3, 4, 5, 6];
    expect(readAll(path)).toEqual({
      "vekt.blåbær": { shape: [2, 3], data: all },
      tied: { shape: [2, 3], data: all },
      transposed: { shape: [3, 2], data: [1, 4, 2, 5, 3, 6] },
      column: { shape: [2], data: [2, 5] },
      axes: { shape: [1, 2, 1, 3], data: all },
      scalar: { shape: [], data: [6] },
      empty: { shape: [0, 4], data: [] },
    });
  });

  it.each([
    ["HalfStorage", "F16", Uint16Array.of(0x3c00, 0xc000), [1, -2]],
    ["BFloat16Storage", "BF16", Uint16Array.of(0x3f80, 0xc000), [1, -2]],
    ["DoubleStorage", "F64", Float64Array.of(0.1, -2), [0.1, -2]],
    ["LongStorage", "I64", BigInt64Array.of(-1n, 2n ** 62n), [-1n, 2n ** 62n]],
    ["IntStorage", "I32", Int32Array.of(-1, 7), [-1, 7]],
    ["ShortStorage", "I16", Int16Array.of(-1, 7), [-1, 7]],
    ["CharStorage", "I8", Int8Array.of(-1, 7), [-1, 7]],
    ["ByteStorage", "U8", Uint8Array.of(255, 7), [255, 7]],
    ["BoolStorage", "BOOL", Uint8Array.of(1, 0), [1, 0]],
  ] as const)("reads a %s", (storage, dtype, values, expected) => {
    const made = { ...view, storage, elements: 2, shape: [2], strides: [1] };
    const file = openPytorchFile(
      fileOf(zip(entries(statePickle([made]), { "0": Buffer.from(values.buffer) }))),
    );
    expect(file.dtype(view.name)).toBe(dtype);
    expect([...file.read(view.name).data]).toEqual(expected);
    expect(() => file.read("absent")).toThrow(/has no tensor "absent"/);
    file.close();
  });

  it("may have ZIP64 sizes, parameters, a memo and no byte order", () => {
    const call = tensorCall(view);
    const parameter = [
      pickle.global("torch._utils", "_rebuild_parameter"),
      pickle.tuple(call, Buffer.from([0x88]), Buffer.from("N")),
      Buffer.from("Rq\x05"),
    ];
    const program = pickle.program(
      Buffer.from("}("),
      pickle.text("a"),
      ...parameter,
      pickle.text("b"),
      Buffer.from("h\x05u"),
    );
    const made = entries(program, { "0": floats }).filter(({ name }) => !/order/.test(name));
    const read = readAll(fileOf(zip(made, { wide: true })));
    expect(read["a"]).toEqual({ shape: [2, 3], data: [1, 2, 3, 4, 5, 6] });
    expect(read["b"]).toEqual(read["a"]);
  });
});

describe("a file that is not a state dict", () => {
  const program = (...parts: readonly (Buffer | string)[]): string =>
    fileOf(
      zip(
        entries(
          pickle.program(
            ...parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)),
          ),
          { "0": floats },
        ),
      ),
    );
  const whole = entries(statePickle([view]), { "0": floats });
  const bytes = zip(whole);
  const replaced = (name: string, content: Buffer): string =>
    fileOf(zip(whole.map((entry) => (entry.name === name ? { name, bytes: content } : entry))));
  const cases: [what: string, path: () => string, message: RegExp][] = [
    ["is absent", () => join(folder, "absent"), /cannot be opened \(ENOENT\)/],
    ["is empty", () => fileOf(Buffer.alloc(0)), /not a file of PyTorch weights/],
    [
      "has the format before 1.6",
      () => fileOf(Buffer.from("80028a0a6cfc9c46f9206aa850192e", "hex")),
      /before PyTorch 1\.6.*python -c "import torch;.*save_file/,
    ],
    [
      "is a Git LFS pointer",
      () => fileOf(Buffer.from("version https://git-lfs\noid sha256:0\n")),
      /Git LFS pointer.*git lfs pull/,
    ],
    ["lost its end", () => fileOf(bytes.subarray(0, -1)), /end of the archive is missing/],
    ["lost its half", () => fileOf(bytes.subarray(0, bytes.length / 2)), /truncated/],
    ["lost its beginning", () => fileOf(bytes.subarray(4)), /not a file of PyTorch weights/],
    ["counts more entries", () => fileOf(zip(whole, { shiftCount: 60000 })), /its end says 60004/],
    [
      "has an entry beyond its end",
      () => fileOf(zip(whole, { shiftSize: 1e6 })),
      /"archive\/data.pkl" lies beyond the end/,
    ],
    [
      "has an entry of 2^60 bytes",
      () => fileOf(zip(whole, { wide: true, shiftSize: 2 ** 60 })),
      /lacks its ZIP64 sizes/,
    ],
    [
      "has an entry far away",
      () => fileOf(zip(whole, { wide: true, shiftPlace: 2 ** 50 })),
      /lies beyond the end/,
    ],
    [
      "has an entry elsewhere",
      () => fileOf(zip(whole, { shiftPlace: 1 })),
      /not where the list says/,
    ],
    [
      "has overlapping entries",
      () => fileOf(zip(whole, { shiftSize: 64 })),
      /"archive\/byteorder" overlaps/,
    ],
    ["has an entry twice", () => fileOf(zip([...whole, whole[2]!])), /occurs twice/],
    [
      "is compressed",
      () =>
        fileOf(
          zip(whole.map((entry) => ({ ...entry, bytes: deflateRawSync(entry.bytes), method: 8 }))),
        ),
      /is compressed/,
    ],
    ["is big-endian", () => replaced("archive/byteorder", Buffer.from("big")), /order is "big"/],
    [
      "has a byte order of a megabyte",
      () => replaced("archive/byteorder", Buffer.alloc(1e6, "little")),
      /byteorder has 1000000 bytes/,
    ],
    [
      "has no pickle",
      () => fileOf(zip(whole.filter(({ name }) => !name.endsWith("pkl")))),
      /0 entries data.pkl/,
    ],
    [
      "has two pickles",
      () => fileOf(zip([...whole, { name: "other/data.pkl", bytes: Buffer.from(".") }])),
      /2 entries data.pkl/,
    ],
    ["misses a storage", () => fileWith({ key: "7" }), /the storage "7" is missing/],
    ["climbs out", () => fileWith({ key: "../data/0" }), /the storage "..\/data\/0" is missing/],
    ["has a shorter storage", () => fileWith({ elements: 7 }), /storage of 7 F32 in 24 bytes/],
    ["has a huge storage", () => fileWith({ elements: 2 ** 50 }), /in 24 bytes/],
    [
      "begins beyond its storage",
      () => fileWith({ offset: 1 }),
      /does not lie in its storage of 6/,
    ],
    ["has long strides", () => fileWith({ strides: [4, 1] }), /does not lie in its storage/],
    ["makes much of little", () => fileWith({ shape: [2 ** 40, 2], strides: [0, 0] }), /not lie/],
    ["repeats rows", () => fileWith({ strides: [0, 1] }), /does not lie in its storage/],
    [
      "overflows its shape",
      () => fileWith({ shape: [2 ** 52, 2 ** 52, 2 ** 52], strides: [1, 1, 1] }),
      /does not lie/,
    ],
    ["has a negative size", () => fileWith({ shape: [-1, 3] }), /describes a tensor wrongly/],
    ["has a negative stride", () => fileWith({ strides: [-3, 1] }), /describes a tensor wrongly/],
    ["has a stride too few", () => fileWith({ strides: [1] }), /describes a tensor wrongly/],
    [
      "has 65 axes",
      () =>
        fileWith({ shape: Array(65).fill(1) as number[], strides: Array(65).fill(1) as number[] }),
      /describes a tensor wrongly/,
    ],
    ["has a tensor twice", () => fileWith({}, {}), /occurs twice/],
    [
      "has a number among its tensors",
      () => program("}(", pickle.text("epoch"), "K\x07u"),
      /"epoch" is a number, expected a tensor/,
    ],
    ["is a list", () => program("]"), /not hold a dict/],
    [
      "runs a command",
      () =>
        program(
          pickle.global("posix", "system"),
          pickle.tuple(pickle.text(`touch ${join(folder, "run")}`)),
          "R",
        ),
      /names "posix.system", which no file of weights needs; nothing was run/,
    ],
    [
      "calls what it may only name",
      () => program(pickle.global("torch", "FloatStorage"), pickle.tuple(pickle.int(9)), "R"),
      /calls torch.FloatStorage with arguments/,
    ],
    ["names a property of objects", () => program("c__proto__\nconstructor\n"), /names "__proto__/],
    ["calls a text", () => program(pickle.text("print"), ")R"), /calls a string/],
    ["makes an instance", () => program("(cos\nsystem\no"), /names "os.system"/],
    ["has an opcode of classes", () => program("ios\nsystem\n"), /opcode 0x69 at byte 2/],
    ["has an extension opcode", () => program("\x82\x01"), /opcode 0x82/],
    ["has protocol 4", () => program("\x80\x04"), /protocol 4, only 2/],
    ["builds a list", () => program("]}b"), /builds a list/],
    ["has an opcode less", () => program("q\x01"), /empty stack/],
    ["closes no mark", () => program("t"), /lacks a mark/],
    ["leaves a mark", () => program("(}"), /ends before its program/],
    ["leaves a value", () => program("}}"), /ends before its program/],
    ["goes on", () => program("}.}"), /ends before its program/],
    ["recalls nothing", () => program("h\x01"), /recalls 1, never stored/],
    ["has a number as key", () => program("}K\x01Ns"), /a key is a number/],
    ["has a text without end", () => program("X\xff\xff\xff\xff"), /truncated/],
    ["has a name without end", () => program("cposix"), /has no name at byte/],
    ["has a number of 255 bytes", () => program("\x8a\xff"), /number of 255 bytes/],
    ["opens marks for ever", () => program("(".repeat(2e6)), /more than 1000000 steps/],
    ["makes dicts for ever", () => program("}".repeat(2e6)), /more than 1000000 steps/],
    ["nests deeply", () => program("]".repeat(4e5), "a".repeat(4e5 - 1)), /not hold a dict/],
    [
      "doubles itself",
      () => program("]q\x00", "(h\x00h\x00tq\x00".repeat(1e5)),
      /ends before its program|not hold a dict/,
    ],
    ["holds itself", () => program("}q\x00", pickle.text("a"), "h\x00s"), /"a" is a dict/],
    ["fills 17 MB", () => program(pickle.text("x".repeat(17e6))), /the limit is 16000000/],
  ];
  it.each(cases)("%s: one line says so", (_, path, message) => {
    let caught: unknown;
    try {
      openPytorchFile(path()).close();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(InputError);
    expect((caught as Error).message).toMatch(message);
    expect((caught as Error).message).not.toContain("\n");
    expect((caught as Error).message.length).toBeLessThan(800);
  });

  it("is refused or read without a crash, whatever bytes are changed or cut off", () => {
    const draw = random(1, "changed bytes");
    let refused = 0;
    const rounds = 600;
    for (let round = 0; round < rounds; round++) {
      const changed = Buffer.from(
        round % 4 === 0 ? bytes.subarray(0, draw.integer(bytes.length)) : bytes,
      );
      for (let flips = draw.integer(4); flips >= 0 && changed.length > 0; flips--) {
        const at = draw.integer(changed.length);
        changed[at] = changed[at]! ^ (1 + draw.integer(255));
      }
      try {
        for (const { shape, data } of Object.values(readAll(fileOf(changed))))
          expect(data).toHaveLength(shape.reduce((a, b) => a * b, 1));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        refused++;
      }
    }
    // Most bytes are padding or storages, and some of the pickle is not used.
    expect(refused).toBeGreaterThan(rounds / 4);
    expect(refused).toBeLessThan(rounds);
  });
});

describe("PyTorch's own files", needs(pythonPackages("torch")), () => {
  const path = (name: string): string => join(folder, name);
  const ours = pytorchFile([{ name: "w", shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) }]);
  /** What PyTorch reads in ours. One process does all: most of the time goes into loading torch. */
  let read: string;
  beforeAll(() => {
    writeFileSync(path("ours"), ours);
    const script = `
import os, sys, torch
os.chdir(sys.argv[1])
m = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.Linear(2, 3))
for i, p in enumerate(m.parameters()): p.data = torch.arange(p.numel()).reshape(p.shape).float() + i
m[1].weight = torch.nn.Parameter(m[0].weight.data.t())
m.register_buffer("ids", torch.arange(4).expand((1, -1)))
s = m.state_dict()
s["half"] = torch.tensor([1.5, -2]).half()
s["brain"] = torch.tensor([1.5, -2]).bfloat16()
s["parameter"] = m[0].weight
torch.save(s, "state")
torch.save({"w": torch.ones(2)}, "legacy", _use_new_zipfile_serialization=False)
torch.save(torch.nn.Linear(2, 2), "module")
torch.jit.script(torch.nn.Linear(2, 2)).save("program")
print(torch.load("ours", weights_only=True)["w"].tolist())`;
    const { stdout, stderr } = spawnSync(python, ["-c", script, folder], { encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    read = stdout.trim();
  }, 240_000);

  it("are read value for value", () => {
    expect(readAll(path("state"))).toEqual({
      "0.weight": { shape: [2, 3], data: [0, 1, 2, 3, 4, 5] },
      "0.bias": { shape: [2], data: [1, 2] },
      "1.weight": { shape: [3, 2], data: [0, 3, 1, 4, 2, 5] },
      "1.bias": { shape: [3], data: [3, 4, 5] },
      ids: { shape: [1, 4], data: [0n, 1n, 2n, 3n] },
      half: { shape: [2], data: [1.5, -2] },
      brain: { shape: [2], data: [1.5, -2] },
      parameter: { shape: [2, 3], data: [0, 1, 2, 3, 4, 5] },
    });
  });

  it.each([
    ["legacy", /before PyTorch 1\.6/],
    ["module", /names "torch.nn.modules.linear.Linear"/],
    ["program", InputError],
  ])("of other kinds are refused: %s", (name, error) => {
    expect(() => openPytorchFile(path(name))).toThrow(error);
  });

  it("and ours are read by PyTorch", () => {
    expect(read).toBe("[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]");
  });
});
