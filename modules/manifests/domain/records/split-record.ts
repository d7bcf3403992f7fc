/** The fields of the first record of a text, quotes taken off; `rest` is what follows it. For headers and samples only. */
export function splitFirstRecord(text: string, delimiter: string): { fields: string[]; rest: string } {
  const fields: string[] = [];
  let field = "";
  let inQuote = false;
  let fieldStart = true;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string;
    if (inQuote) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else inQuote = false;
    } else if (char === '"' && fieldStart) {
      inQuote = true;
      fieldStart = false;
    } else if (char === delimiter) {
      fields.push(field);
      field = "";
      fieldStart = true;
    } else if (char === "\n") {
      fields.push(field.endsWith("\r") ? field.slice(0, -1) : field);
      return { fields, rest: text.slice(i + 1) };
    } else {
      field += char;
      fieldStart = false;
    }
  }
  fields.push(field.endsWith("\r") ? field.slice(0, -1) : field);
  return { fields, rest: "" };
}

/** Signs that are tried when nobody says which it is. Not the colon: times and addresses are full of it. */
export const DELIMITERS = [",", ";", "\t", "|", "^", "~", "\x01"] as const;

/** Any one ASCII character may be declared that cannot stand for something else: no letter, digit, quote, line end or NUL. */
export const DELIMITER_PATTERN = /^[^A-Za-z0-9"\r\n\0\u0080-\uffff]$/;

/** The delimiter that cuts the header into the most fields and the next lines into as many; a comma when none does. */
export function guessDelimiter(text: string): string {
  let best: string = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const records = firstRecords(text, delimiter, 12);
    const columns = records[0]?.length ?? 0;
    const same = records.filter((fields) => fields.length === columns).length;
    const score = columns < 2 ? 0 : columns * (same / records.length) ** 2;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Up to `count` records from the start of a text. */
export function firstRecords(text: string, delimiter: string, count: number): string[][] {
  const records: string[][] = [];
  let rest = text;
  while (rest !== "" && records.length < count) {
    const cut = splitFirstRecord(rest, delimiter);
    if (cut.fields.length > 1 || cut.fields[0] !== "") records.push(cut.fields);
    rest = cut.rest;
  }
  return records;
}
