"use client";
import { Button } from "@/ui/button/button";

/** Opens the browser's print dialog; the page has a style of its own for paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button type="button" variant="secondary" className="print:hidden" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
