/** Finding what is equal among many hashes without a table of them: by sorting. */

/**
 * Groups of places that hold the same key, each of two places or more; places ascend within a group,
 * and groups by key. Takes 8 bytes a key besides the keys.
 *
 * @example [...equalKeys(Uint32Array.of(7, 9, 7))] // [Uint32Array [0, 2]]
 */
export function* equalKeys(keys: Uint32Array): Generator<Uint32Array> {
  // Key above place in one 64-bit number (little-endian halves), so that the native sort does it all.
  const numbers = new BigUint64Array(keys.length);
  const halves = new Uint32Array(numbers.buffer);
  for (let place = 0; place < keys.length; place++) {
    halves[2 * place] = place;
    halves[2 * place + 1] = keys[place]!;
  }
  numbers.sort();
  for (let start = 0; start < keys.length;) {
    let end = start + 1;
    while (end < keys.length && halves[2 * end + 1] === halves[2 * start + 1]) end++;
    if (end - start > 1)
      yield Uint32Array.from({ length: end - start }, (_, i) => halves[2 * (start + i)]!);
    start = end;
  }
}
