"use client";
import { useContext, useState } from "react";
import { FormContext } from "../form/form-context";

/**
 * The version of what the form edits, as its fields were filled. A page that is refreshed around the form does not change it,
 * because the fields keep what they show; only saving does, and deciding between two versions (`ChangedMeanwhile`).
 */
export function Version({ value }: { value: string | number }) {
  const { result, decided } = useContext(FormContext);
  const [held, setHeld] = useState({ value, result });
  if (result !== held.result) setHeld({ value: result?.ok ? value : held.value, result });
  return <input type="hidden" name="version" value={decided ?? held.value} readOnly />;
}
