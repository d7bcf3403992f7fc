/** What people wrote (a name, a title, an address): shown as it is, never translated. */
export function Mark({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <span translate="no" className={className}>
      {children}
    </span>
  );
}

/** A tag of a message that stands for such a text: `<platform></platform>`. */
export const mark = (text: React.ReactNode) => () => <Mark>{text}</Mark>;
