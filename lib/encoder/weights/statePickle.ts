/**
 * The pickle of a PyTorch state dict, read as data. Python's pickles are programs; this interpreter
 * knows the opcodes of protocol 2 that a dict of tensors needs and eleven names, calls nothing, and
 * refuses all else. Format: Python's `pickletools`, PyTorch's `torch/serialization.py`.
 */

import { shorten, type ElementType } from "./tensorFile";

/** A tensor as its pickle describes it: a view of a storage. */
export type StoredTensor = {
  readonly kind: "tensor";
  readonly storage: Storage;
  /** Of the first element, in elements. */
  readonly offset: number;
  readonly shape: readonly number[];
  /** Elements from one index to the next, for each axis. */
  readonly strides: readonly number[];
};

export type Storage = {
  readonly kind: "storage";
  readonly type: ElementType;
  /** Name of the file under `data/` that holds its elements. */
  readonly key: string;
  readonly elements: number;
};

type Global = { readonly kind: "global"; readonly name: string };
type Tuple = { readonly kind: "tuple"; readonly items: readonly Value[] };
type List = { readonly kind: "list"; readonly items: Value[] };
type Dict = { readonly kind: "dict"; readonly items: Map<string, Value> };
type Value =
  null | boolean | number | string | Global | Tuple | List | Dict | Storage | StoredTensor;

const storages: Readonly<Record<string, ElementType>> = {
  "torch.FloatStorage": "F32",
  "torch.HalfStorage": "F16",
  "torch.BFloat16Storage": "BF16",
  "torch.DoubleStorage": "F64",
  "torch.LongStorage": "I64",
  "torch.IntStorage": "I32",
  "torch.ShortStorage": "I16",
  "torch.CharStorage": "I8",
  "torch.ByteStorage": "U8",
  "torch.BoolStorage": "BOOL",
};
const orderedDict = "collections.OrderedDict";
const rebuildTensor = "torch._utils._rebuild_tensor_v2";
const rebuildParameter = "torch._utils._rebuild_parameter";
const knownGlobals = new Set([
  ...Object.keys(storages),
  orderedDict,
  rebuildTensor,
  rebuildParameter,
]);

/** Steps of the program; a tensor takes about 40. Bounds time and memory for any input. */
const mostSteps = 1_000_000;

/** As in PyTorch. */
const mostAxes = 64;

/**
 * Read the pickle of a state dict.
 *
 * @param refuse - throws; told what is wrong
 * @returns tensors by name, in the order of the dict
 */
export function readStatePickle(
  pickle: Buffer,
  refuse: (what: string) => never,
): ReadonlyMap<string, StoredTensor> {
  const state = interpret(pickle, refuse);
  if (!isKind(state, "dict")) return refuse("it does not hold a dict of tensors");
  for (const [name, value] of state.items)
    if (!isKind(value, "tensor"))
      refuse(`${shorten(name)} is ${describe(value)}, expected a tensor`);
  return state.items as ReadonlyMap<string, StoredTensor>;
}

function interpret(pickle: Buffer, refuse: (what: string) => never): Value {
  let at = 0;
  /** The position of `count` bytes, which are then passed over. */
  const take = (count: number): number => {
    if (count > pickle.length - at) refuse(`its pickle is truncated at byte ${at}`);
    at += count;
    return at - count;
  };
  const text = (count: number): string => {
    const start = take(count);
    return pickle.toString("utf8", start, start + count);
  };
  const line = (): string => {
    const end = pickle.indexOf(10, at);
    if (end < 0 || end - at > 1000) refuse(`its pickle has no name at byte ${at}`);
    return text(end + 1 - at).slice(0, -1);
  };

  let stack: Value[] = [];
  /** Stacks below the marks that are open. */
  const below: Value[][] = [];
  const memo = new Map<number, Value>();
  const pop = (): Value =>
    stack.length > 0 ? stack.pop()! : refuse(`its pickle takes from an empty stack at byte ${at}`);
  const top = (): Value => {
    const value = pop();
    stack.push(value);
    return value;
  };
  const popToMark = (): Value[] => {
    const items = stack;
    stack = below.pop() ?? refuse(`its pickle lacks a mark at byte ${at}`);
    return items;
  };
  const pushTuple = (items: readonly Value[]): void => void stack.push({ kind: "tuple", items });
  const setItems = (items: readonly Value[]): void => {
    const dict = top();
    if (!isKind(dict, "dict") || items.length % 2 !== 0)
      return refuse(`its pickle sets items of ${describe(dict)}`);
    for (let i = 0; i < items.length; i += 2) {
      const key = items[i]!;
      if (typeof key !== "string") return refuse(`a key is ${describe(key)}, expected a text`);
      if (dict.items.has(key)) refuse(`${shorten(key)} occurs twice`);
      dict.items.set(key, items[i + 1]!);
    }
  };
  const append = (items: readonly Value[]): void => {
    const list = top();
    if (!isKind(list, "list")) return refuse(`its pickle appends to ${describe(list)}`);
    for (const item of items) list.items.push(item);
  };
  const recall = (index: number): void => {
    const value = memo.get(index);
    stack.push(value === undefined ? refuse(`its pickle recalls ${index}, never stored`) : value);
  };

  for (let step = 0; step < mostSteps; step++) {
    const opcode = pickle[take(1)]!;
    switch (String.fromCharCode(opcode)) {
      case "\x80": {
        const protocol = pickle[take(1)]!;
        if (protocol !== 2) refuse(`its pickle has protocol ${protocol}, only 2 is read`);
        break;
      }
      case "c": {
        const name = `${line()}.${line()}`;
        if (!knownGlobals.has(name))
          refuse(
            `its pickle names ${shorten(name)}, which no file of weights needs; nothing was run`,
          );
        stack.push({ kind: "global", name });
        break;
      }
      case "N":
        stack.push(null);
        break;
      case "\x88":
        stack.push(true);
        break;
      case "\x89":
        stack.push(false);
        break;
      case "K":
        stack.push(pickle[take(1)]!);
        break;
      case "M":
        stack.push(pickle.readUInt16LE(take(2)));
        break;
      case "J":
        stack.push(pickle.readInt32LE(take(4)));
        break;
      case "\x8a": {
        const bytes = pickle[take(1)]!;
        if (bytes > 8) refuse(`its pickle has a number of ${bytes} bytes`);
        const number = Buffer.alloc(8);
        pickle.copy(number, 0, take(bytes), at);
        stack.push(Number(BigInt.asIntN(8 * bytes, number.readBigUInt64LE())));
        break;
      }
      case "G":
        stack.push(pickle.readDoubleBE(take(8)));
        break;
      case "X":
        stack.push(text(pickle.readUInt32LE(take(4))));
        break;
      case ")":
        pushTuple([]);
        break;
      case "\x85":
        pushTuple([pop()]);
        break;
      case "\x86":
        pushTuple([pop(), pop()].reverse());
        break;
      case "\x87":
        pushTuple([pop(), pop(), pop()].reverse());
        break;
      case "(":
        below.push(stack);
        stack = [];
        break;
      case "t":
        pushTuple(popToMark());
        break;
      case "]":
        stack.push({ kind: "list", items: [] });
        break;
      case "a":
        append([pop()]);
        break;
      case "e":
        append(popToMark());
        break;
      case "}":
        stack.push({ kind: "dict", items: new Map() });
        break;
      case "s":
        setItems([pop(), pop()].reverse());
        break;
      case "u":
        setItems(popToMark());
        break;
      case "q":
        memo.set(pickle[take(1)]!, top());
        break;
      case "r":
        memo.set(pickle.readUInt32LE(take(4)), top());
        break;
      case "h":
        recall(pickle[take(1)]!);
        break;
      case "j":
        recall(pickle.readUInt32LE(take(4)));
        break;
      case "Q":
        stack.push(storageOf(pop(), refuse));
        break;
      case "R": {
        const argument = pop();
        stack.push(rebuild(pop(), argument, refuse));
        break;
      }
      case "b": {
        // Attributes of the dict, versions of modules: nothing that the weights need.
        pop();
        const target = top();
        if (!isKind(target, "dict")) refuse(`its pickle builds ${describe(target)}`);
        break;
      }
      case ".": {
        const result = pop();
        if (stack.length + below.length > 0 || at !== pickle.length)
          refuse("its pickle ends before its program does");
        return result;
      }
      default:
        refuse(
          `its pickle has the opcode 0x${opcode.toString(16).padStart(2, "0")} at byte ${at - 1}, which no state dict needs`,
        );
    }
  }
  return refuse(`its pickle takes more than ${mostSteps} steps`);
}

/** `("storage", type, key, device, elements)`; the device it was saved from does not matter. */
function storageOf(value: Value, refuse: (what: string) => never): Storage {
  const [tag, type, key, device, elements] = isKind(value, "tuple") ? value.items : [];
  const elementType = isKind(type, "global") ? storages[type.name] : undefined;
  if (
    tag !== "storage" ||
    elementType === undefined ||
    typeof key !== "string" ||
    typeof device !== "string" ||
    !isSize(elements)
  )
    return refuse("its pickle describes a storage wrongly");
  return { kind: "storage", type: elementType, key, elements };
}

/** What a call would give, for the three functions that are known. */
function rebuild(callee: Value, argument: Value, refuse: (what: string) => never): Value {
  const name = isKind(callee, "global") ? callee.name : describe(callee);
  if (!isKind(argument, "tuple")) return refuse(`its pickle calls ${name} without a tuple`);
  const { items } = argument;
  if (name === orderedDict && items.length === 0) return { kind: "dict", items: new Map() };
  if (name === rebuildParameter) {
    const [data] = items;
    return isKind(data, "tensor") ? data : refuse("its pickle has a parameter without a tensor");
  }
  if (name !== rebuildTensor) return refuse(`its pickle calls ${name} with arguments`);
  const [storage, offset, shape, strides] = items;
  if (
    !isKind(storage, "storage") ||
    !isSize(offset) ||
    !isKind(shape, "tuple") ||
    !shape.items.every(isSize) ||
    !isKind(strides, "tuple") ||
    !strides.items.every(isSize) ||
    shape.items.length !== strides.items.length ||
    shape.items.length > mostAxes
  )
    return refuse("its pickle describes a tensor wrongly");
  return { kind: "tensor", storage, offset, shape: shape.items, strides: strides.items };
}

type Kind = Exclude<Value, null | boolean | number | string>["kind"];

const isKind = <K extends Kind>(
  value: Value | undefined,
  kind: K,
): value is Extract<Value, { kind: K }> =>
  typeof value === "object" && value !== null && value.kind === kind;

const isSize = (value: Value | undefined): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

const describe = (value: Value): string =>
  value === null
    ? "None"
    : typeof value !== "object"
      ? `a ${typeof value}`
      : value.kind === "global"
        ? value.name
        : `a ${value.kind}`;
