/** Tables as plain text: numbers to the right, with a thin space between thousands. */

export type TableCell = string | number | boolean | null | undefined;
export type TableRows = readonly { readonly [column: string]: TableCell }[];

/** A danfojs DataFrame, by its shape: this library needs no danfojs. */
export type TableFrame = {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
};

/** Decimals of columns where not every number is whole: of all, or by column. */
export type Digits = number | { readonly [column: string]: number };

/** A table taken apart: its columns, its cells, and how a cell is written. */
export type PreparedTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly isNumeric: readonly boolean[];
  text(value: unknown, column: number): string;
};

/** Columns and rows of either kind of table, ready to be written. */
export function prepareTable(table: TableRows | TableFrame, digits: Digits = 3): PreparedTable {
  const { columns, rows } = columnsAndRows(table);
  const decimals = columns.map((column, c) =>
    rows.every((row) => typeof row[c] !== "number" || !(row[c] % 1))
      ? 0
      : typeof digits === "number"
        ? digits
        : (digits[column] ?? 3),
  );
  return {
    columns,
    rows,
    isNumeric: columns.map((_, c) => rows.some((row) => typeof row[c] === "number")),
    text: (value, column) => cellText(value, decimals[column]!),
  };
}

/** The table in columns of equal width, two spaces apart, without a final newline. */
export function tableText(table: TableRows | TableFrame, digits?: Digits): string {
  const { columns, rows, isNumeric, text } = prepareTable(table, digits);
  const written = rows.map((row) => row.map(text));
  const widths = columns.map((column, c) =>
    Math.max(column.length, ...written.map((row) => row[c]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => (isNumeric[c] ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!)))
      .join("  ")
      .trimEnd();
  return [columns, ...written].map(line).join("\n");
}

function columnsAndRows(table: TableRows | TableFrame): {
  columns: readonly string[];
  rows: readonly unknown[][];
} {
  if ("columns" in table) {
    const values = table.values as readonly (unknown[] | unknown)[];
    // A DataFrame of rows without the last columns keeps those rows short.
    const whole = (row: unknown): unknown[] => {
      const cells: unknown[] = Array.isArray(row) ? row : [row];
      return table.columns.map((_, c) => cells[c]);
    };
    return { columns: table.columns, rows: values.map(whole) };
  }
  const columns = [...new Set(table.flatMap((row) => Object.keys(row)))];
  return { columns, rows: table.map((row) => columns.map((column) => row[column])) };
}

function cellText(value: unknown, digits: number): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (typeof value !== "number") return String(value);
  const [whole, decimals] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return (value < 0 ? "−" : "") + grouped + (decimals ? `.${decimals}` : "");
}
