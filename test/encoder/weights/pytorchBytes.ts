/** Files as `torch.save` writes them, made by hand so that they can also be made wrong. */

export type Entry = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Compression method, 0 = stored. */
  readonly method?: number;
};

export type ZipOptions = {
  /** Sizes and places of the entries and of their list as 64 bits. */
  readonly wide?: boolean;
  /** Add to what the list says of the first entry's size or place. */
  readonly shiftSize?: number;
  readonly shiftPlace?: number;
  /** Added to the number of entries that the end states. */
  readonly shiftCount?: number;
};

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** A ZIP archive. Checksums are left at 0: nothing here reads them. */
export function zip(entries: readonly Entry[], options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  const add = (...more: readonly Buffer[]): void => {
    for (const part of more) {
      parts.push(part);
      at += part.length;
    }
  };
  entries.forEach(({ name, bytes, method = 0 }, i) => {
    const place = at + (i === 0 ? (options.shiftPlace ?? 0) : 0);
    const size = bytes.length + (i === 0 ? (options.shiftSize ?? 0) : 0);
    const title = Buffer.from(name);
    // PyTorch pads so that data begins on a multiple of 64 bytes.
    const padding = 4 + ((128 - ((at + 34 + title.length) % 64)) % 64);
    add(Buffer.from("PK\x03\x04"), u16(0), u16(0), u16(method), u32(0), u32(0));
    add(u32(bytes.length), u32(bytes.length), u16(title.length), u16(padding), title);
    add(Buffer.from("FB"), u16(padding - 4), Buffer.alloc(padding - 4, "Z"), bytes);
    const extra = options.wide
      ? Buffer.concat([u16(1), u16(24), u64(size), u64(size), u64(place)])
      : Buffer.alloc(0);
    const [narrowSize, narrowPlace] = options.wide ? [0xffffffff, 0xffffffff] : [size, place];
    list.push(
      Buffer.from("PK\x01\x02"),
      Buffer.concat([u16(0), u16(0), u16(0), u16(method), u32(0), u32(0)]),
      Buffer.concat([u32(narrowSize), u32(narrowSize), u16(title.length), u16(extra.length)]),
      Buffer.concat([u16(0), u16(0), u16(0), u32(0), u32(narrowPlace), title, extra]),
    );
  });
  const start = at;
  add(...list);
  const size = at - start;
  const count = entries.length + (options.shiftCount ?? 0);
  if (options.wide) {
    const record = at;
    add(Buffer.from("PK\x06\x06"), u64(44), u16(0), u16(0), u32(0), u32(0));
    add(u64(count), u64(count), u64(size), u64(start));
    add(Buffer.from("PK\x06\x07"), u32(0), u64(record), u32(1));
    add(Buffer.from("PK\x05\x06"), u16(0), u16(0), u16(0xffff), u16(0xffff));
    add(u32(0xffffffff), u32(0xffffffff), u16(0));
  } else {
    add(Buffer.from("PK\x05\x06"), u16(0), u16(0), u16(count), u16(count));
    add(u32(size), u32(start), u16(0));
  }
  return Buffer.concat(parts);
}

/** Pieces of a pickle of protocol 2. */
export const pickle = {
  global: (module: string, name: string): Buffer => Buffer.from(`c${module}\n${name}\n`),
  text: (text: string): Buffer =>
    Buffer.concat([Buffer.from("X"), u32(Buffer.byteLength(text)), Buffer.from(text)]),
  int: (value: number): Buffer =>
    Number.isInteger(value) && Math.abs(value) < 2 ** 31
      ? Buffer.concat([Buffer.from("J"), u32(value)])
      : Buffer.concat([Buffer.from([0x8a, 8]), u64(value)]),
  tuple: (...items: readonly Buffer[]): Buffer =>
    Buffer.concat([Buffer.from("("), ...items, Buffer.from("t")]),
  program: (...parts: readonly Buffer[]): Buffer =>
    Buffer.concat([Buffer.from([0x80, 2]), ...parts, Buffer.from(".")]),
};
const code = (text: string): Buffer => Buffer.from(text, "latin1");

export type MadeTensor = {
  readonly name: string;
  readonly storage: string;
  readonly key: string;
  readonly elements: number;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
};

/** The call that rebuilds a tensor. */
export const tensorCall = ({
  storage,
  key,
  elements,
  offset,
  shape,
  strides,
}: MadeTensor): Buffer =>
  Buffer.concat([
    pickle.global("torch._utils", "_rebuild_tensor_v2"),
    pickle.tuple(
      pickle.tuple(
        pickle.text("storage"),
        pickle.global("torch", storage),
        pickle.text(key),
        pickle.text("cpu"),
        pickle.int(elements),
      ),
      code("Q"),
      pickle.int(offset),
      pickle.tuple(...shape.map(pickle.int)),
      pickle.tuple(...strides.map(pickle.int)),
      code("\x89"),
      Buffer.concat([pickle.global("collections", "OrderedDict"), code(")R")]),
    ),
    code("R"),
  ]);

/** The pickle of a state dict, with the attribute `_metadata` that modules give it. */
export const statePickle = (tensors: readonly MadeTensor[]): Buffer =>
  pickle.program(
    pickle.global("collections", "OrderedDict"),
    code(")Rq\x00("),
    ...tensors.flatMap((tensor) => [pickle.text(tensor.name), tensorCall(tensor)]),
    code("u}"),
    pickle.text("_metadata"),
    pickle.global("collections", "OrderedDict"),
    code(")R("),
    pickle.text(""),
    code("}"),
    pickle.text("version"),
    code("K\x01s"),
    code("usb"),
  );

/** Entries of a file: the pickle, the byte order and storages by their keys. */
export const entries = (
  data: Buffer,
  storages: Readonly<Record<string, Buffer>>,
  byteOrder = "little",
): Entry[] => [
  { name: "archive/data.pkl", bytes: data },
  { name: "archive/byteorder", bytes: Buffer.from(byteOrder) },
  ...Object.entries(storages).map(([key, bytes]) => ({ name: `archive/data/${key}`, bytes })),
  { name: "archive/version", bytes: Buffer.from("3\n") },
];

/** A whole file with one float32 storage a tensor. */
export function pytorchFile(
  tensors: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly data: Float32Array;
  }[],
): Buffer {
  const made = tensors.map(({ name, shape, data }, i): MadeTensor => ({
    name,
    storage: "FloatStorage",
    key: String(i),
    elements: data.length,
    offset: 0,
    shape,
    strides: shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1)),
  }));
  const storages = tensors.map(({ data }, i) => [
    String(i),
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  ]);
  return zip(entries(statePickle(made), Object.fromEntries(storages) as Record<string, Buffer>));
}
