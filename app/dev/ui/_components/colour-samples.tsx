import { Section } from "@/ui/page/page";

/** Every token of app/globals.css; written out, because Tailwind makes only classes it reads. */
const TOKENS = [
  ["paper", "bg-paper"],
  ["raised", "bg-raised"],
  ["wash", "bg-wash"],
  ["ink", "bg-ink"],
  ["muted", "bg-muted"],
  ["rule", "bg-rule"],
  ["rule-strong", "bg-rule-strong"],
  ["accent", "bg-accent"],
  ["accent-strong", "bg-accent-strong"],
  ["accent-wash", "bg-accent-wash"],
  ["on-accent", "bg-on-accent"],
  ["waiting", "bg-waiting"],
  ["waiting-wash", "bg-waiting-wash"],
  ["refusal", "bg-refusal"],
  ["refusal-wash", "bg-refusal-wash"],
] as const;

export function ColourSamples() {
  return (
    <Section
      title="Colours and type"
      lead="Paper and ink, one accent; amber waits for somebody, red refuses."
    >
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        {TOKENS.map(([name, look]) => (
          <li key={name} className="text-sm text-muted">
            <div className={`mb-1 h-12 rounded-md border border-rule-strong ${look}`} />
            {name}
          </li>
        ))}
      </ul>
      <div className="mt-8 flex flex-col gap-3">
        <p className="font-serif text-2xl font-semibold">Every cent has a line</p>
        <p className="text-base text-muted">A lead says in a sentence what the page does for its reader.</p>
        <p>
          Text is set in a sans serif with tabular figures, 1,234,567.89, and{" "}
          <a className="link" href="#colours">
            links
          </a>{" "}
          are underlined.
        </p>
        <p className="text-sm text-muted">A hint is smaller and quieter, and still 4.5:1.</p>
      </div>
    </Section>
  );
}
