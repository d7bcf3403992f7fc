"use client";
import { Broken, type Fault } from "@/app/_shell/refused/broken.client";

/** A fault in a layout itself: there is no frame left to stand in. */
export default function AppError(fault: Fault) {
  return (
    <main id="main" className="mx-auto max-w-5xl px-4 py-12 sm:px-6">
      <Broken {...fault} homeHref="/" />
    </main>
  );
}
