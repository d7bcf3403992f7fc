import { expect, test } from "vitest";
import { deviceOf } from "./device";

test("a device is its browser and system, whatever their versions", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";
  expect(deviceOf(firefox)).toEqual({ browser: "Firefox", system: "Linux" });
  expect(deviceOf(firefox.replaceAll("142", "143"))).toEqual({ browser: "Firefox", system: "Linux" });
  expect(deviceOf("curl/8.5")).toEqual({ browser: null, system: null });
  expect(deviceOf(null)).toEqual({ browser: null, system: null });
});
