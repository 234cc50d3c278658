/** How far vectors moved, and whether their neighbours are still the same. */

/** Rows of one width in one array: `[rows, width]`. */
export type Rows = { readonly data: Float32Array; readonly width: number };

const rowOf = ({ data, width }: Rows, row: number): Float32Array =>
  data.subarray(row * width, (row + 1) * width);

/** Cosine of the angle between two vectors; NaN if one is all zeros. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(`cosine of vectors of ${a.length} and ${b.length} numbers`);
  let [product, first, second] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    first += a[i]! ** 2;
    second += b[i]! ** 2;
  }
  return product / Math.sqrt(first * second);
}

/** For each chosen row the cosine between before and after. */
export function rowCosines(before: Rows, after: Rows, rows: readonly number[]): number[] {
  return rows.map((row) => cosine(rowOf(before, row), rowOf(after, row)));
}

/**
 * The nearest of `among` to one row by cosine, the nearest first and never the row itself. Of equally
 * near ones the lower number comes first.
 */
export function nearestRows(
  rows: Rows,
  row: number,
  among: readonly number[],
  count: number,
): number[] {
  const own = rowOf(rows, row);
  return among
    .filter((other) => other !== row)
    .map((other) => ({ other, near: cosine(own, rowOf(rows, other)) }))
    .sort((a, b) => b.near - a.near || a.other - b.other)
    .slice(0, count)
    .map(({ other }) => other);
}

/** For each chosen row the share of its nearest neighbours that it had before and has after. */
export function neighbourOverlaps(
  before: Rows,
  after: Rows,
  chosen: readonly number[],
  among: readonly number[],
  count: number,
): number[] {
  return chosen.map((row) => {
    const had = nearestRows(before, row, among, count);
    const has = new Set(nearestRows(after, row, among, count));
    return had.filter((other) => has.has(other)).length / had.length;
  });
}

/**
 * For each target the candidate whose count is nearest on a logarithmic scale, none taken twice. Frequent
 * targets choose first, for they have the fewest to choose from. A target without a candidate within a
 * factor of two has none.
 *
 * @param countOf - how often an id occurs, above 0
 */
export function matchByFrequency(
  targets: readonly number[],
  candidates: readonly number[],
  countOf: (id: number) => number,
): { readonly target: number; readonly match: number }[] {
  const free = new Set(candidates);
  return [...targets]
    .sort((a, b) => countOf(b) - countOf(a) || a - b)
    .flatMap((target) => {
      let [best, distance] = [-1, Math.LN2];
      for (const candidate of free) {
        const own = Math.abs(Math.log(countOf(candidate) / countOf(target)));
        if (own < distance || (own === distance && best < 0)) [best, distance] = [candidate, own];
      }
      if (best < 0) return [];
      free.delete(best);
      return [{ target, match: best }];
    });
}
