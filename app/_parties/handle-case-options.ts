/** How names of a platform's members are compared, as choices of a form. */
export const HANDLE_CASE_OPTIONS = [
  {
    value: "insensitive",
    label: "Capitals do not matter",
    hint: "Ada and ada are the same member. Most forums.",
  },
  { value: "sensitive", label: "Capitals matter", hint: "Ada and ada are two members." },
  {
    value: "opaque",
    label: "Opaque ids",
    hint: "Members are named by ids only you can read, compared as they are.",
  },
] as const;
