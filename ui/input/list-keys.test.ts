import { expect, test } from "vitest";
import { isComposing, listKey } from "./list-keys";

const pressed = (key: string, composing = false) => ({
  key,
  keyCode: 0,
  nativeEvent: { isComposing: composing },
});

test("arrows go round the list, Enter chooses, every other key is the box's", () => {
  expect(listKey(pressed("ArrowDown"), 0, 3)).toBe(1);
  expect(listKey(pressed("ArrowDown"), 2, 3)).toBe(0);
  expect(listKey(pressed("ArrowUp"), 0, 3)).toBe(2);
  expect(listKey(pressed("Enter"), 1, 3)).toBe("choose");
  for (const key of ["Home", "End", "a", "Tab", "Escape"]) expect(listKey(pressed(key), 1, 3)).toBeNull();
});

test("an empty list takes no key", () => {
  for (const key of ["ArrowDown", "ArrowUp", "Enter"]) expect(listKey(pressed(key), 0, 0)).toBeNull();
});

test("a key that composes a character moves and chooses nothing", () => {
  for (const key of ["ArrowDown", "ArrowUp", "Enter"]) expect(listKey(pressed(key, true), 0, 3)).toBeNull();
  expect(isComposing({ ...pressed("Enter"), keyCode: 229 })).toBe(true);
  expect(isComposing(pressed("Enter"))).toBe(false);
});
