/** The part of an action's answer that a form shows. */
export type FormResult =
  | Readonly<{ ok: true }>
  | Readonly<{
      ok: false;
      code: string;
      message: string;
      faults: readonly { path: string; message: string }[];
      requestId: string;
    }>;

/** What was wrong with one field, by its path in the input ("handle" or "authors.0.email"). */
export function faultOf(result: FormResult | null | undefined, path: string): string | undefined {
  if (!result || result.ok) return undefined;
  return result.faults.find((fault) => fault.path === path)?.message;
}
