/** The part of an action's answer that a form shows. */
export type FormResult =
  | Readonly<{ ok: true }>
  | Readonly<{
      ok: false;
      code: string;
      message: string;
      faults: readonly { path: string; message: string }[];
      requestId: string;
      changed?: Changed;
    }>;

/** What was changed since the form was filled: by whom, when, and what the form's fields would say now. */
export type Changed = Readonly<{
  version: string;
  by: Readonly<{
    kind: "you" | "person" | "key" | "operator" | "remit" | "other";
    name: string | null;
  }> | null;
  at: string | null;
  fields: Readonly<Record<string, readonly string[]>>;
}>;

/** What was wrong with one field, by its path in the input ("handle" or "authors.0.email"). */
export function faultOf(result: FormResult | null | undefined, path: string): string | undefined {
  if (!result || result.ok) return undefined;
  return result.faults.find((fault) => fault.path === path)?.message;
}
