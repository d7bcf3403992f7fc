import { claimGuide as claimDe } from "./claim.de";
import { claimGuide as claimEn } from "./claim.en";
import { creatorGuide as creatorDe } from "./creator.de";
import { creatorGuide as creatorEn } from "./creator.en";
import { labGuide as labDe } from "./lab.de";
import { labGuide as labEn } from "./lab.en";
import { manifestGuide as manifestDe } from "./manifest.de";
import { manifestGuide as manifestEn } from "./manifest.en";
import { platformGuide as platformDe } from "./platform.de";
import { platformGuide as platformEn } from "./platform.en";
import { recomputeGuide as recomputeDe } from "./recompute.de";
import { recomputeGuide as recomputeEn } from "./recompute.en";
import { rulesGuide as rulesDe } from "./rules.de";
import { rulesGuide as rulesEn } from "./rules.en";
import type { Guide } from "./section";

export const GUIDES = ["creator", "claim", "platform", "manifest", "lab"] as const;
export type GuideName = (typeof GUIDES)[number];

type PageName = GuideName | "recompute" | "rules";

const BY_LANGUAGE: Readonly<Record<PageName, Readonly<{ en: Guide; de: Guide }>>> = {
  creator: { en: creatorEn, de: creatorDe },
  claim: { en: claimEn, de: claimDe },
  platform: { en: platformEn, de: platformDe },
  manifest: { en: manifestEn, de: manifestDe },
  lab: { en: labEn, de: labDe },
  recompute: { en: recomputeEn, de: recomputeDe },
  rules: { en: rulesEn, de: rulesDe },
};

/** Long prose has one file per language. A language without its own file shows the English one. */
export function guideIn(locale: string, name: PageName): Guide {
  return BY_LANGUAGE[name][locale === "de" ? "de" : "en"];
}

export const isGuide = (name: string): name is GuideName => (GUIDES as readonly string[]).includes(name);
