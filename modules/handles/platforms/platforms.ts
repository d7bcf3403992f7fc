import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import { type Platform, THE_WEB, WEB_PLATFORM_ID } from "../domain/platform";
import { findProofRules, PROOF_RULE_DEFAULT } from "../repository/proof-rules";
import { hostNamedPlatformIds } from "../repository/standing";

type Facts = NonNullable<
  Awaited<ReturnType<typeof organisationsOf>> extends ReadonlyMap<string, infer T> ? T : never
>;

/** What proving a handle needs to know of a platform; null when there is none of that id, or it is suspended. */
export async function platformOf(id: string): Promise<Platform | null> {
  return (await platformsOf([id])).get(id) ?? null;
}

/**
 * The same for many ids in one read (lists). Unknown ids are absent; suspended platforms are present, with no way to prove.
 */
export async function platformsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Platform>> {
  const organisations = await organisationsOf(ids.filter((id) => id !== WEB_PLATFORM_ID));
  const platforms = await withRules([...organisations.values()]);
  if (ids.includes(WEB_PLATFORM_ID)) platforms.push(THE_WEB);
  return new Map(platforms.map((platform) => [platform.id, platform]));
}

/** Organisations seen as platforms, each with its own rules of proof. */
export async function withRules(organisations: readonly Facts[]): Promise<Platform[]> {
  const rules = await findProofRules(organisations.map(({ id }) => id));
  return organisations
    .filter(({ kind }) => kind === "platform")
    .map((organisation) => {
      const { profileTemplate, namesAreHosts, pageCode } = rules.get(organisation.id) ?? PROOF_RULE_DEFAULT;
      const usable = organisation.state !== "suspended";
      return {
        id: organisation.id,
        name: organisation.name,
        host: organisation.host,
        rule: organisation.handleCase,
        namesAreHosts: usable && namesAreHosts,
        profileTemplate: usable ? profileTemplate : null,
        pageCode: usable && pageCode,
        attests: usable && organisation.attestationKey !== null,
      };
    });
}

const HOST_NAMED_MAX = 100;

/** The open web and every platform whose contributors are host names. */
export async function platformsNamingHosts(): Promise<readonly Platform[]> {
  const ids = [WEB_PLATFORM_ID, ...(await hostNamedPlatformIds(HOST_NAMED_MAX))];
  return [...(await platformsOf(ids)).values()].filter((platform) => platform.namesAreHosts);
}
