"use client";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { type FormResult, faultOf } from "./faults";

export type FormState = {
  result: FormResult | null;
  pending: boolean;
  /** What the fields of the form are called, by their input's name: a summary of faults names them so. */
  labels: Map<string, ReactNode>;
};
export const FormContext = createContext<FormState>({ result: null, pending: false, labels: new Map() });

/** The refusal's message for one field of the form around it. */
export function useFault(name: string | undefined): string | undefined {
  const { result } = useContext(FormContext);
  return name === undefined ? undefined : faultOf(result, name);
}

/** Tells the form around it what people call this field. */
export function useFieldLabel(name: string | undefined, label: ReactNode): void {
  const { labels } = useContext(FormContext);
  useEffect(() => {
    if (name === undefined) return;
    labels.set(name, label);
    return () => {
      labels.delete(name);
    };
  }, [labels, name, label]);
}

/** True while the form around it is being sent. */
export function usePending(): boolean {
  return useContext(FormContext).pending;
}
