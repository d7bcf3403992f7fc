import { Section } from "@/ui/page/page";
import type { DocSection } from "../_content/section";

/** The parts of a guide, each with an anchor of its own. `data-prose`: written by language, not by message. */
export function ProseSections({ sections }: { sections: readonly DocSection[] }) {
  return sections.map((section) => (
    <div key={section.id} data-prose>
      <Section id={section.id} title={section.title}>
        <div className="prose max-w-[46rem]">{section.body}</div>
      </Section>
    </div>
  ));
}
