/**
 * Pieces into rows of one size with little room left over. Best fit, longest first, leaves 4 % of the
 * positions empty where all notes are about a quarter of a row long: it puts the long ones together,
 * and nothing fits behind. Here each row begins with the longest piece left, and a short search
 * completes it. The search asks first for lengths that would fill the room evenly with as many pieces
 * as are usual, so that what is left for the last rows is as mixed as what was there for the first.
 */

/** Steps of a search after which the best row so far is taken. */
const searchSteps = 256;

/**
 * The pieces of each row.
 *
 * @param lengths - length of each piece, 1 to `rowLength`
 * @returns numbers of pieces, row by row; each piece is in one row
 */
export function fillRows(lengths: readonly number[], rowLength: number): number[][] {
  // Pieces of equal length are alike; those that come first are taken first.
  const waiting = Array.from({ length: rowLength + 1 }, (): number[] => []);
  for (let piece = lengths.length - 1; piece >= 0; piece--) waiting[lengths[piece]!]!.push(piece);
  const counts = Uint32Array.from(waiting, (pieces) => pieces.length);
  const rows: number[][] = [];
  let longest = rowLength;
  let left = { pieces: lengths.length, positions: lengths.reduce((sum, each) => sum + each, 0) };
  while (left.pieces > 0) {
    while (counts[longest] === 0) longest--;
    counts[longest]!--;
    const others = leastSlack(counts, rowLength - longest, left.positions / left.pieces);
    for (const length of others) counts[length]!--;
    const chosen = [longest, ...others];
    rows.push(chosen.map((length) => waiting[length]!.pop()!));
    left = {
      pieces: left.pieces - chosen.length,
      positions: left.positions - chosen.reduce((sum, each) => sum + each, 0),
    };
  }
  return rows;
}

/**
 * Lengths that fill a room best, as far as the search comes.
 *
 * @param counts - pieces there are of each length; changed while searching, and back at the end
 * @param usual - the mean length
 */
function leastSlack(counts: Uint32Array, room: number, usual: number): readonly number[] {
  const chosen: number[] = [];
  let best: number[] = [];
  let slack = room;
  let steps = 0;
  const isOver = (): boolean => slack === 0 || steps >= searchSteps;
  const search = (room: number): void => {
    if (room < slack) [best, slack] = [[...chosen], room];
    const pieces = Math.max(1, Math.round(room / usual));
    for (const length of lengthsNear(counts, Math.round(room / pieces), room)) {
      if (isOver()) return;
      // The last piece: shorter ones than this only leave more room than the best row has.
      if (pieces === 1 && room - length >= slack) return;
      steps++;
      counts[length]!--;
      chosen.push(length);
      search(room - length);
      chosen.pop();
      counts[length]!++;
    }
  };
  search(room);
  return best;
}

/** Lengths that some piece has, at most `room`, those nearest to `wanted` first. */
function* lengthsNear(counts: Uint32Array, wanted: number, room: number): Generator<number> {
  for (let distance = 0; distance <= room; distance++) {
    const [above, below] = [wanted + distance, wanted - distance];
    if (above <= room && counts[above]! > 0) yield above;
    if (distance > 0 && below > 0 && counts[below]! > 0) yield below;
  }
}
