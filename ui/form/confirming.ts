"use client";
import { createContext, useContext } from "react";
import type { FormResult } from "./faults";

/** How the person at this page shows that it is still them; the pages around the forms provide it. */
export type Confirming = Readonly<{
  personId: string;
  /** Whether a code of an authenticator app is what is asked for, and where a link would be mailed. */
  ways(): Promise<Readonly<{ code: boolean; email: string | null }>>;
  byCode(code: string): Promise<FormResult>;
  /** Mails a link that leads back to this path. */
  byMail(path: string): Promise<FormResult>;
}>;

export const ConfirmingContext = createContext<Confirming | null>(null);

/** Under what the words on this page are kept: this person's, this page's. Null when nobody is signed in. */
export function useKeptKey(path: string): string | null {
  const confirming = useContext(ConfirmingContext);
  return confirming === null ? null : `${confirming.personId}:${path}`;
}
