const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB"] as const;

/** A size as people read it, to one decimal of the largest unit that fits: "8 MiB", "1.5 GiB", "200 bytes". */
export function bytesText(bytes: number): string {
  let unit = 0;
  let size = bytes;
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024;
  return `${Number(size.toFixed(1))} ${UNITS[unit]}`;
}
