"use client";
import { createContext, useContext } from "react";
import { type FormResult, faultOf } from "./faults";

export type FormState = { result: FormResult | null; pending: boolean };
export const FormContext = createContext<FormState>({ result: null, pending: false });

/** The refusal's message for one field of the form around it. */
export function useFault(name: string | undefined): string | undefined {
  const { result } = useContext(FormContext);
  return name === undefined ? undefined : faultOf(result, name);
}

/** True while the form around it is being sent. */
export function usePending(): boolean {
  return useContext(FormContext).pending;
}
