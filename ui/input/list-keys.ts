type Key = Readonly<{ key: string; keyCode: number; nativeEvent: { isComposing: boolean } }>;

/** Says whether a key belongs to an input method that composes a character, Enter and Escape included: a box leaves it alone. */
export function isComposing({ keyCode, nativeEvent }: Key): boolean {
  return nativeEvent.isComposing || keyCode === 229; // Safari ends the composing before its last key, and marks that so
}

/** Says what a key asks of the list below a box: the option to mark next, "choose" for the marked one, or null for nothing. */
export function listKey(event: Key, marked: number, count: number): number | "choose" | null {
  if (count === 0 || isComposing(event)) return null;
  switch (event.key) {
    case "ArrowDown":
      return (marked + 1) % count;
    case "ArrowUp":
      return (marked - 1 + count) % count;
    case "Enter":
      return "choose";
    default:
      return null;
  }
}
