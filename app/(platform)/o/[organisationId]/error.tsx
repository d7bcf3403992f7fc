"use client";
import { Broken } from "@/app/_shell/broken.client";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Broken digest={error.digest} retry={reset} homeHref="/me" />;
}
