"use client";
import { createContext, type ReactNode, type RefObject, useContext, useEffect } from "react";
import { type FormResult, faultOf } from "./faults";
import type { FieldValues } from "./form-values";

export type FormState = {
  result: FormResult | null;
  pending: boolean;
  /** What the fields of the form are called, by their input's name: a summary of faults names them so. */
  labels: Map<string, ReactNode>;
  /** The elements in which those fields are filled in, by their id: the summary leads to them. */
  places: Map<string, string>;
  form: RefObject<HTMLFormElement | null>;
  /** What the fields said when the form was filled. */
  loaded: RefObject<FieldValues | null>;
  /** The version that the reader chose to edit after a refusal; null: the one the form was filled from. */
  decided: string | null;
  /** Goes on from that version: saves, or leaves the form to be looked at. */
  decide(version: string, save: boolean): void;
  /** Sends once more what was sent last. */
  resend(): void;
};
export const FormContext = createContext<FormState>({
  result: null,
  pending: false,
  labels: new Map(),
  places: new Map(),
  form: { current: null },
  loaded: { current: null },
  decided: null,
  decide: () => {},
  resend: () => {},
});

/** The refusal's message for one field of the form around it. */
export function useFault(name: string | undefined): string | undefined {
  const { result } = useContext(FormContext);
  return name === undefined ? undefined : faultOf(result, name);
}

/** Tells the form around it what people call this field, and the id of the element in which it is filled in. */
export function useFieldLabel(name: string | undefined, label: ReactNode, id: string): void {
  const { labels, places } = useContext(FormContext);
  useEffect(() => {
    if (name === undefined) return;
    labels.set(name, label);
    places.set(name, id);
    return () => {
      labels.delete(name);
      places.delete(name);
    };
  }, [labels, places, name, label, id]);
}

/** True while the form around it is being sent. */
export function usePending(): boolean {
  return useContext(FormContext).pending;
}
