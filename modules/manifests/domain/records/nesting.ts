const QUOTE = 34;
const BACKSLASH = 92;

/** Whether JSON text has lists and objects inside one another more than `max` deep. Strings are passed over. */
export function nestsDeeper(json: Uint8Array, max: number): boolean {
  if (json.length <= max) return false;
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i += 1) {
    const byte = json[i];
    if (inText) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === 91 || byte === 123) {
      depth += 1;
      if (depth > max) return true;
    } else if (byte === 93 || byte === 125) depth -= 1;
  }
  return false;
}
