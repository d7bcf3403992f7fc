const MAX_BYTES = 16;
const LINE = /^\uFEFF?"?sep=(.)"?[ \t]*(\r\n|\n)/i;

/** The delimiter that spreadsheets write into a first line of its own (`sep=;`), or null; `rest` is the text without that line. */
export function separatorOf(text: string): Readonly<{ delimiter: string; rest: string }> | null {
  const found = LINE.exec(text.slice(0, MAX_BYTES));
  return found?.[1] === undefined ? null : { delimiter: found[1], rest: text.slice(found[0].length) };
}

/** Where the lines after it begin in bytes of ASCII or UTF-8: `at` itself where there is none, -1 when more bytes are needed to tell. */
export function separatorLine(block: Uint8Array, at: number, final: boolean): number {
  const head = block.subarray(at, at + MAX_BYTES);
  if (head.length < MAX_BYTES && !final && head.indexOf(10) < 0) return -1;
  const text = String.fromCharCode(...head);
  const found = LINE.exec(text);
  return found === null ? at : at + found[0].length;
}
