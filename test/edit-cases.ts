import { randomUUID } from "node:crypto";
import type { CallContext, Editable } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { PRESETS, presetTerms } from "@/modules/consent/domain/presets";
import { termsToJson } from "@/modules/consent/domain/terms";
import { currentTerms } from "@/modules/consent/queries/current-terms";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";
import { getDealChoice } from "@/modules/deals/contributor/contributor-queries";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { editDeal } from "@/modules/deals/platform/edit-deal";
import { getDeal } from "@/modules/deals/queries";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import { getProofRule } from "@/modules/handles/queries";
import { saveMappingProfile } from "@/modules/manifests/mapping-profiles/save-mapping-profile";
import { listMappingProfiles } from "@/modules/manifests/read/queries";
import { getNoticeSettings } from "@/modules/notices/inbox/queries";
import { saveNoticeSettings } from "@/modules/notices/settings/save-settings";
import { changeMemberRole } from "@/modules/parties/members/change-member-role";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { whoAmI } from "@/modules/parties/queries/me";
import { getOrganisation, listMembers } from "@/modules/parties/queries/organisations";
import { draftDeal, noticedDeal, reportedDeal } from "./factories/deals";
import { actorFor, aMember, anApiKey, aPerson, callAs } from "./factories/parties";
import { type AttestingPlatform, anAttestingPlatform, aVerifiedHandle } from "./factories/works";

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** One thing to edit: by two people, in two windows of one person, or by a person and a program. */
type Case = Readonly<{
  editors: readonly [Actor, Actor];
  /** What the second editor may know of the first. */
  first: object;
  seen(): Promise<Readonly<{ version: string | number; stored: unknown }>>;
  edit(call: CallContext, value: string): Promise<unknown>;
  /** What the two write. */
  values: readonly [string, string];
}>;

export let platform: AttestingPlatform & { host: string; admin: Actor };
let person: Actor;
let program: Actor;

/** The people that the cases are about; once a file. */
export async function editWorld(): Promise<void> {
  const host = `forum-${randomUUID().slice(0, 8)}.example`;
  const made = await anAttestingPlatform({ host });
  const ada = await aPerson({ name: "Ada Admin" });
  platform = { ...made, host, admin: (await aMember(made.id, "admin", ada.id)).actor };
  person = await actorFor((await aPerson()).id);
  program = (await anApiKey(person, { name: "laptop" })).actor;
}

const ADA = { kind: "person", name: "Ada Admin" };
const YOU = { kind: "you", name: null };
const byTwoPeople = () => ({ editors: [platform.admin, platform.owner] as const, first: ADA });
const byAProgram = () => ({ editors: [program, person] as const, first: { kind: "key", name: "laptop" } });
export const owner = () => callAs(platform.owner);

async function aDeal(
  make: typeof draftDeal,
  change: (call: CallContext, dealId: string, title: string) => Promise<unknown>,
): Promise<Case> {
  const { id: dealId } = await make(owner(), { organisationId: platform.id });
  return {
    ...byTwoPeople(),
    values: ["Archive of 2025", "Archive, 2025"],
    async seen() {
      const { version, title } = await getDeal(owner(), { dealId });
      return { version, stored: title };
    },
    edit: (call, title) => change(call, dealId, title),
  };
}

/** Of things that stay the same from test to test: they start as nobody of the two writes them. */
const fresh = (make: () => Promise<Case & Readonly<{ start: string }>>) => async (): Promise<Case> => {
  const made = await make();
  await made.edit(callAs(made.editors[1]), made.start);
  return made;
};

export const CASES: readonly Readonly<{ of: Editable; what: string; make: () => Promise<Case> }>[] = [
  {
    of: "deal",
    what: "a draft",
    make: () => aDeal(draftDeal, (call, dealId, title) => editDeal(call, { dealId, title })),
  },
  {
    of: "deal",
    what: "a reported deal",
    make: () =>
      aDeal(reportedDeal, (call, dealId, title) => amendDeal(call, { dealId, title, note: "A typo" })),
  },
  {
    of: "deal choice",
    what: "an answer to a deal",
    async make() {
      const { id: dealId } = await noticedDeal(owner(), { organisationId: platform.id, noticeDays: 14 });
      const actor = await actorFor((await aPerson()).id);
      await aVerifiedHandle(actor, platform, `h-${randomUUID().slice(0, 8)}`);
      return {
        editors: [actor, actor],
        first: YOU,
        values: ["object", "join"],
        async seen() {
          const { version, choice } = await getDealChoice(callAs(actor), { dealId });
          return { version, stored: choice };
        },
        edit: (call, choice) => chooseForDeal(call, { dealId, choice: choice as "object" }),
      };
    },
  },
  {
    of: "terms",
    what: "a person's terms",
    async make() {
      const actor = await actorFor((await aPerson()).id);
      await setTerms(callAs(actor), { preset: "paid_anything" });
      return {
        editors: [actor, actor],
        first: YOU,
        values: ["never", "open_or_pay"],
        async seen() {
          const [item] = (await currentTerms(callAs(actor), { scopeKind: "person" })).items;
          const preset = PRESETS.find((one) => isEqual(item?.terms, termsToJson(presetTerms(one, "USD"))));
          return { version: item?.version ?? "", stored: preset };
        },
        edit: (call, preset) => setTerms(call, { preset: preset as "never" }),
      };
    },
  },
  {
    of: "organisation",
    what: "an organisation",
    make: fresh(async () => ({
      start: `Forum ${randomUUID().slice(0, 8)}`,
      ...byTwoPeople(),
      values: ["Forum Ltd", "The Forum"],
      async seen() {
        const { version, name } = await getOrganisation(owner(), { organisationId: platform.id });
        return { version, stored: name };
      },
      edit: (call, name) => updateOrganisation(call, { organisationId: platform.id, name }),
    })),
  },
  {
    of: "member",
    what: "a member's role",
    async make() {
      const member = {
        organisationId: platform.id,
        personId: (await aMember(platform.id, "admin")).personId,
      };
      return {
        ...byTwoPeople(),
        values: ["analyst", "billing"],
        async seen() {
          const { items } = await listMembers(owner(), { organisationId: platform.id });
          const { version, role } = items.find((one) => one.personId === member.personId) ?? {};
          return { version: version ?? "", stored: role };
        },
        edit: (call, role) => changeMemberRole(call, { ...member, role: role as "analyst" }),
      };
    },
  },
  {
    of: "profile",
    what: "a profile",
    make: fresh(async () => ({
      start: "M. Lind",
      ...byAProgram(),
      values: ["Mara", "Mara Lind"],
      async seen() {
        const { person: me } = await whoAmI(callAs(person), {});
        return { version: me?.version ?? "", stored: me?.name };
      },
      edit: (call, name) => updateProfile(call, { name }),
    })),
  },
  {
    of: "proof rule",
    what: "a platform's proof rule",
    make: fresh(async () => ({
      start: `https://${platform.host}/people/{name}`,
      ...byTwoPeople(),
      values: ["u", "user"].map((part) => `https://${platform.host}/${part}/{name}`) as [string, string],
      async seen() {
        const rule = await getProofRule(owner(), { organisationId: platform.id });
        return { version: rule.version, stored: rule.profileTemplate };
      },
      edit: (call, profileTemplate) =>
        setProofRule(call, {
          organisationId: platform.id,
          profileTemplate,
          namesAreHosts: false,
          pageCode: true,
        }),
    })),
  },
  {
    of: "notice settings",
    what: "how somebody is mailed",
    make: fresh(async () => ({
      start: "daily",
      ...byAProgram(),
      values: ["weekly", "never"],
      async seen() {
        const { version, items } = await getNoticeSettings(callAs(person), {});
        return { version, stored: items.find(({ topic }) => topic === "deals")?.cadence };
      },
      edit: (call, cadence) =>
        saveNoticeSettings(call, { items: [{ topic: "deals", cadence: cadence as "weekly" }] }),
    })),
  },
  {
    of: "mapping profile",
    what: "a saved mapping",
    async make() {
      const of = { organisationId: platform.id, name: `Export ${randomUUID()}` };
      const edit = (call: CallContext, contributor: string) =>
        saveMappingProfile(call, { ...of, mapping: { columns: { contributor } } });
      await edit(owner(), "author");
      return {
        ...byTwoPeople(),
        values: ["writer", "user"],
        async seen() {
          const { items } = await listMappingProfiles(owner(), { organisationId: platform.id });
          const profile = items.find(({ name }) => name === of.name);
          return { version: profile?.version ?? "", stored: profile?.mapping.columns?.contributor };
        },
        edit,
      };
    },
  },
];
