"use client";
import { type ReactNode, useMemo } from "react";
import { ConfirmingContext } from "@/ui/form/confirming";
import { confirmByCode, confirmByMail, waysToConfirm } from "./actions";

/** Gives every form below it the way to confirm who is at it, without leaving the page. */
export function ConfirmingProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const value = useMemo(
    () => ({ personId, ways: waysToConfirm, byCode: confirmByCode, byMail: confirmByMail }),
    [personId],
  );
  return <ConfirmingContext value={value}>{children}</ConfirmingContext>;
}
