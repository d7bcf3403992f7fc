import { useTranslations } from "next-intl";
import type { ClearanceWire } from "@/modules/clearance/schema";
import { CopyButton } from "@/ui/button/copy-button";
import { PrintButton } from "@/ui/button/print-button";
import { Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

const KEYS = "/.well-known/jwks.json";

/** What was signed, in words and as the document itself, and how anybody checks it. Made to be printed. */
export function Certificate({
  view,
  home,
  isPlatform,
}: {
  view: ClearanceWire;
  home: string;
  isPlatform: boolean;
}) {
  const t = useTranslations("clearance.certificate");
  const jws = view.certificate ?? "";
  const manifest = <span translate="no">{view.manifestId}</span>;
  return (
    <Section
      title={t("title")}
      lead={t("lead")}
      actions={
        <>
          <CopyButton text={jws} label={t("copy")} size="md" />
          <PrintButton label={t("print")} />
        </>
      }
    >
      <Definitions
        items={[
          { term: t("digest"), value: <Own text={view.digest} /> },
          { term: t("consent"), value: <Own text={view.consentDigest} />, hint: t("consentHint") },
          {
            term: t("manifest"),
            // A licensee sees no manifest: rows are the platform's.
            value: isPlatform ? (
              <TextLink href={`${home}/manifests/${view.manifestId}`}>{manifest}</TextLink>
            ) : (
              manifest
            ),
            hint: <Own text={view.manifestSha256} />,
          },
          { term: t("version"), value: view.dealVersion },
          { term: t("asOf"), value: <InstantText at={view.asOf} /> },
          ...(view.finishedAt === null
            ? []
            : [{ term: t("signed"), value: <InstantText at={view.finishedAt} /> }]),
        ]}
      />
      <details className="max-w-3xl">
        <summary className="link inline-block min-h-6">{t("jws")}</summary>
        <div translate="no" className="mt-3">
          <Code>{jws}</Code>
        </div>
      </details>
      <div className="flex max-w-3xl flex-col gap-3 break-inside-avoid">
        <h3 className="text-lg">{t("verify")}</h3>
        <p className="text-muted">
          {t.rich("verifyLead", {
            keys: () => (
              <a href={KEYS} translate="no" className="link">
                {KEYS}
              </a>
            ),
          })}
        </p>
        <div translate="no">
          <Code>{recipe(issuerOf(jws))}</Code>
        </div>
        <p className="text-muted">{t("verifyAfter")}</p>
      </div>
    </Section>
  );
}

function Own({ text }: { text: string | null }) {
  return (
    <span translate="no">
      <Code inline>{text ?? ""}</Code>
    </span>
  );
}

/** Who signed, as the certificate says: the address its keys are at. */
function issuerOf(jws: string): string {
  try {
    const said = JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString("utf8")) as {
      iss?: string;
    };
    return said.iss ?? "";
  } catch {
    return "";
  }
}

const recipe = (issuer: string): string => `npm install jose
cat > verify.mjs <<'END'
import { compactVerify, createRemoteJWKSet } from "jose";
const keys = createRemoteJWKSet(new URL("${issuer}${KEYS}"));
const { payload } = await compactVerify(process.argv[2], keys);
console.log(JSON.parse(new TextDecoder().decode(payload)));
END
node verify.mjs <certificate>`;
