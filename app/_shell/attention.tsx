import { TextLink } from "@/ui/text/text-link";

export type AttentionItem = {
  key: string;
  text: React.ReactNode;
  href: string;
  act: string;
  tone?: "waiting" | "bad";
};

/** What waits for this person, the most pressing first; each with the one place to deal with it. */
export function Attention({ items, calm }: { items: readonly AttentionItem[]; calm: string }) {
  if (items.length === 0) return <p className="text-muted">{calm}</p>;
  return (
    <ul className="border-t border-rule">
      {items.map((item) => (
        <li
          key={item.key}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b sm:flex-nowrap border-rule py-3"
        >
          <span className="flex min-w-0 items-start gap-3">
            <span
              aria-hidden="true"
              className={`mt-2 size-2 shrink-0 rounded-full ${item.tone === "bad" ? "bg-refusal" : "bg-waiting"}`}
            />
            <span className="min-w-0">{item.text}</span>
          </span>
          <TextLink href={item.href} className="ml-5 py-0.5 sm:ml-0 sm:shrink-0">
            {item.act}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
