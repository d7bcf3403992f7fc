import { Section } from "@/ui/page";

const STEPS = [
  {
    title: "Asked",
    text: "Every use has three answers: yes, no, or not said. Not said is never a yes to a deal that needs consent. You can ask for open weights, a price, a kind of buyer or an end date.",
  },
  {
    title: "Told",
    text: "A deal that touches you is shown to you before it is sealed: the buyer, the uses, the sum, the fee, your part. In the notice period you can object or join, whatever your general terms say.",
  },
  {
    title: "Paid",
    text: "The split is exact integer arithmetic with a written rule for the last cent. Your line is explained step by step, and the recipe is published so that anyone can compute the whole split again.",
  },
];

export function HowItGoes() {
  return (
    <Section title="Asked, told, paid">
      <ol className="grid gap-x-10 gap-y-8 sm:grid-cols-3">
        {STEPS.map((step, index) => (
          <li key={step.title}>
            <h3 className="text-lg">
              <span className="mr-2 text-accent tabular-nums">{index + 1}</span>
              {step.title}
            </h3>
            <p className="mt-2 text-muted">{step.text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
