/**
 * What moves the page waits until a press is over: a fault that appears when a field is left would push the pressed button
 * away between the press and the release, and the click would be lost.
 */
let pressed = false;
let waiting: (() => void)[] = [];

if (typeof document !== "undefined") {
  document.addEventListener("pointerdown", () => (pressed = true), true);
  const release = () => {
    pressed = false;
    const works = waiting;
    waiting = [];
    // The click follows the release in the same task; only then may anything move.
    setTimeout(() => {
      for (const work of works) work();
    });
  };
  document.addEventListener("pointerup", release, true);
  document.addEventListener("pointercancel", release, true);
}

/** Does it now, or once the pointer that is down was released. */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}
