/** What people, works and deals are called stays as it is in every language. */
export function Named({ text }: { text: string }) {
  return <span translate="no">{text}</span>;
}

/** The same as a tag of t.rich. */
export const named = (text: string) => () => <Named text={text} />;
