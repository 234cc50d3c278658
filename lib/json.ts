/** JSON of unknown origin: nothing in it is trusted to be what it should be. */

/** A JSON object as a file has it; a key such as `__proto__` is an ordinary property of it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that UTF-8 bytes describe; undefined if they describe none or repeat a key. */
export function parseObject(json: Uint8Array): JsonObject | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(json);
    const value: unknown = JSON.parse(text);
    // JSON.parse keeps the last of two equal keys and says nothing. A colon outside a string follows
    // each key, so the colons tell how many keys were written.
    const written = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "").split(":").length - 1;
    return isObject(value) && written === countKeys(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keys in a value and all that is in it. @throws RangeError for one nested too deeply */
function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const children = Object.values(value).map(countKeys);
  return children.reduce((a, b) => a + b, Array.isArray(value) ? 0 : children.length);
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object that a text describes, also one with repeated keys, of which the last counts; undefined for what is none. */
export function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
