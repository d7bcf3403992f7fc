import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/ui/page/banner";

/** Why long work did not come to its end: in the reader's language by its code, and the exact report, which is English. */
export function FailureText({
  failure,
  cancelled,
}: {
  failure: Readonly<{ code: string; message: string; facts?: unknown }>;
  cancelled: boolean;
}) {
  const t = useTranslations("jobs.failure");
  const reason = useReason(failure.facts);
  const english = useLocale() === "en";
  const key = failure.code as "INTERNAL";
  const known = t.has(key);
  const said = (
    <span lang="en" translate="no">
      {failure.message}
    </span>
  );
  return (
    <Banner tone={cancelled ? "waiting" : "bad"} title={t(cancelled ? "cancelledTitle" : "title")}>
      {reason !== null && !english ? (
        <p>{reason}</p>
      ) : known && !english ? (
        <>
          <p>{t(key)}</p>
          {!cancelled && <p className="mt-1 text-sm text-muted">{t.rich("said", { said: () => said })}</p>}
        </>
      ) : (
        <p>{cancelled && known ? t(key) : said}</p>
      )}
    </Banner>
  );
}

/** The sentence of a refusal's exact reason in the page's language, where there is one. */
function useReason(facts: unknown): string | null {
  const t = useTranslations("problems");
  const { because, ...values } = (facts ?? {}) as Readonly<{ because?: string }>;
  const key = `because.${because}` as "because.gzip_damaged";
  return because !== undefined && t.has(key) ? t(key, values as never) : null;
}
