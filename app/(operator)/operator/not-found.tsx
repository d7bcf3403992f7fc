import type { Metadata } from "next";
import { NotHere } from "@/app/_shell/not-here";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return <NotHere homeHref="/operator" homeLabel="To the operator's home" />;
}
