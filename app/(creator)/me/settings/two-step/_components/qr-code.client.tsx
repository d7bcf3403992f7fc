"use client";
import { encode } from "uqr";

/** Modules of light around the code: fewer, and a camera does not find its edges. */
const QUIET = 4;
/** Longer texts need modules too fine for a camera at this size. It is what version 10 holds at level M. */
const BYTES_MAX = 213;

/** Draws a QR code, dark on light in every theme because cameras expect it so. A text that is too long gets no picture. */
export function QrCode({ text, label }: { text: string; label: string }) {
  if (new TextEncoder().encode(text).length > BYTES_MAX) return null;
  const { size, data } = encode(text, { ecc: "M", border: QUIET });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-56 max-w-full rounded border border-rule"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
