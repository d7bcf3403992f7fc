import "server-only";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { env } from "@/infra/env";
import { normaliseEmail } from "@/modules/parties/domain/names";

type Claims = Record<string, never>;

export type OAuthChoice = Readonly<{ id: string; name: string }>;

/** Sign-in providers whose id and secret are configured; the others do not appear anywhere. */
export function oauthChoices(): readonly OAuthChoice[] {
  return oauthProviders().map(({ id, name }) => ({ id, name }));
}

export function oauthProviders(): OAuthConfig<Claims>[] {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env();
  const { OIDC_ISSUER, OIDC_NAME, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  const providers: unknown[] = [];
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET)
    providers.push(
      GithubProvider({
        clientId: GITHUB_CLIENT_ID,
        clientSecret: GITHUB_CLIENT_SECRET,
        userinfo: { url: "https://api.github.com/user", request: githubProfile },
      }),
    );
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET)
    providers.push(GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET }));
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)
    providers.push({
      id: "oidc",
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (claims: Record<string, string>) => ({
        id: claims.sub,
        name: claims.name ?? claims.preferred_username ?? null,
        email: claims.email === undefined ? null : normaliseEmail(claims.email),
        image: claims.picture ?? null,
      }),
    });
  return providers as OAuthConfig<Claims>[];
}

/** GitHub's profile says nothing of whether its address is proved; its list of addresses does. */
const githubProfile: NonNullable<Extract<UserinfoEndpointHandler, object>["request"]> = async ({
  client,
  tokens,
}) => {
  const token = tokens.access_token ?? "";
  const profile = await client.userinfo(token);
  const answer = await fetch("https://api.github.com/user/emails", {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  const addresses = answer.ok
    ? ((await answer.json()) as { email: string; primary: boolean; verified: boolean }[])
    : [];
  const primary = addresses.find((address) => address.primary && address.verified);
  return { ...profile, ...(primary ? { email: primary.email } : {}), email_verified: primary !== undefined };
};
