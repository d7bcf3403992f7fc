import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code.client";

const SECRET = "otpauth://totp/Remit:ada%40mail.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Remit";
const drawn = (text: string) => renderToStaticMarkup(<QrCode text={text} label="Picture of the secret" />);
/** The rows of the picture, quiet zone included: "1" is dark. */
function rowsOf(svg: string): string[] {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (dark.has(`${x} ${y}`) ? "1" : "0")).join(""),
  );
}

test("the picture has a name, and is black on white in every theme", () => {
  const svg = drawn(SECRET);
  expect(svg).toMatch(/^<svg role="img" aria-label="Picture of the secret"/);
  expect([...svg.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual(["#fff", "#000"]);
});

test("it has four modules of light around it, and a finder in three corners", () => {
  const rows = rowsOf(drawn(SECRET));
  expect(rows).toHaveLength(4 + 41 + 4);
  expect([...rows.slice(0, 4), ...rows.slice(-4)]).toEqual(Array.from({ length: 8 }, () => "0".repeat(49)));
  for (const row of rows) expect(row).toMatch(/^0{4}[01]{41}0{4}$/);
  const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
  const corners = [
    [4, 4],
    [38, 4],
    [4, 38],
  ] as const;
  for (const [x, y] of corners)
    expect(rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))).toEqual(finder);
});

test("another secret is another picture", () => {
  expect(drawn(SECRET.replace("GEZD", "GEZE"))).not.toBe(drawn(SECRET));
});

test("a text that no camera reads at this size has none", () => {
  expect(drawn("a".repeat(213))).toContain("<svg");
  expect(drawn("a".repeat(214))).toBe("");
  expect(drawn("ä".repeat(107))).toBe("");
});
