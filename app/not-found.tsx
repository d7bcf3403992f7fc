import type { Metadata } from "next";
import { NotHere } from "./_shell/not-here";
import { Shell } from "./_shell/shell";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <Shell nav={[]} navLabel="Main">
      <NotHere homeHref="/" homeLabel="To the start" />
    </Shell>
  );
}
