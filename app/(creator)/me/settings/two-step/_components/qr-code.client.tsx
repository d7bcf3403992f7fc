"use client";
import { qrModules } from "@/ui/qr";

const QUIET = 4;

/** A QR code, dark on light in every theme: cameras expect it so. Nothing for a text that does not fit into one. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrModules(text);
  if (rows === null) return null;
  const size = rows.length + 2 * QUIET;
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("");
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
