import { parse } from "lossless-json";

/**
 * The name of a field that one object of a JSON text gives twice with different values, or null. `JSON.parse` keeps the last and drops the others,
 * so a condition that the caller sent would be lost silently. Text that is no JSON is for the caller to refuse.
 */
export function repeatedField(text: string): string | null {
  let name: string | null = null;
  try {
    parse(text, null, {
      parseNumber: Number,
      onDuplicateKey: ({ key, newValue }) => {
        name ??= key;
        return newValue;
      },
    });
  } catch {} // not JSON, or nested past all use: parseInput refuses the depth
  return name;
}
