import { expect, test } from "vitest";
import { bytesText } from "./bytes";

test.each([
  [0, "0 bytes"],
  [1023, "1023 bytes"],
  [1024, "1 KiB"],
  [8_388_608, "8 MiB"],
  [1_610_612_736, "1.5 GiB"],
  [50 * 1024 ** 3, "50 GiB"],
  [500 * 1024 ** 4, "500 TiB"],
])("%i is %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
