import { contactAddress } from "@/app/_web/page/viewer";

/** A link that writes to the operator; nothing where the operator gave no address (REMIT_CONTACT). */
export function ContactLink({ className, children }: { className: string; children: React.ReactNode }) {
  const address = contactAddress();
  if (address === null) return null;
  return (
    <a href={`mailto:${address}`} className={className}>
      {children}
    </a>
  );
}

/** "Write to the operator" inside a sentence, for `t.rich`: the words alone where there is no address. */
export const operatorLink = (words: React.ReactNode) =>
  contactAddress() === null ? words : <ContactLink className="link">{words}</ContactLink>;
