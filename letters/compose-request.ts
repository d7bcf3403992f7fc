import { createTranslator } from "next-intl";
import { LIMITS } from "@/kernel/limits";
import { catalogueOf } from "@/messages/catalogues";
import { localeOf } from "@/messages/locales";
import type { InvitationLetter } from "@/modules/parties/members/send-invitation-mail";
import type { AuthorLetter } from "@/modules/works/co-authors/send-author-invitation";
import { bpsString } from "@/ui/text/format";
import { escapeHtml, type MailText, mailHtml, oneLine } from "./mail-frame";

/** Mails that ask for one act: who wants what, the link, and what happens if the reader does nothing. */

export function signInMail(asked: Readonly<{ url: string; site: string; locale: string }>): MailText {
  const { url, site } = asked;
  const { t, locale } = wordsOf(asked.locale);
  return compose(locale, {
    subject: t("signIn.subject", { site }),
    said: [t("signIn.lead", { site })],
    act: t("signIn.act"),
    url,
    foot: t("signIn.foot", { minutes: LIMITS.signInLinkMinutes }),
  });
}

export function invitationMail(letter: InvitationLetter): MailText {
  const { t, locale } = wordsOf(letter.locale);
  const words = createTranslator({ locale, messages: catalogueOf(locale), namespace: "parties" });
  const organisation = oneLine(letter.organisation);
  const role = words(`role.${letter.role}.name`);
  const by = letter.invitedBy;
  return compose(locale, {
    // Anybody may found an organisation and choose its name: what Remit has not verified must not speak as Remit.
    subject: letter.isVerified
      ? t("invitation.subject", { organisation })
      : t("invitation.subjectUnverified"),
    said: [
      by === null
        ? t("invitation.leadNobody", { organisation, role })
        : t("invitation.lead", { by: oneLine(by), organisation, role }),
      ...(letter.isVerified ? [] : [t("invitation.unverified", { organisation })]),
    ],
    act: t("invitation.act"),
    url: letter.url,
    foot: t("invitation.foot", { days: LIMITS.invitationDays, organisation }),
  });
}

export function authorMail(letter: AuthorLetter): MailText {
  const { t, locale } = wordsOf(letter.locale);
  const title = oneLine(letter.title);
  const share = bpsString(letter.shareBps, locale);
  const by = letter.invitedBy;
  return compose(locale, {
    // Anybody may register a work and choose its title: a stranger's words must not be the first that Remit seems to say.
    subject: t("author.subject"),
    said: [
      t("author.hello", { name: oneLine(letter.name) }),
      by === null
        ? t("author.leadNobody", { title, share })
        : t("author.lead", { by: oneLine(by), title, share }),
    ],
    act: t("author.act"),
    url: letter.url,
    foot: t("author.foot"),
  });
}

function wordsOf(wanted: string) {
  const locale = localeOf(wanted, null, false);
  return {
    locale,
    t: createTranslator({ locale, messages: catalogueOf(locale), namespace: "mails", timeZone: "UTC" }),
  };
}

type Parts = Readonly<{ subject: string; said: readonly string[]; act: string; url: string; foot: string }>;

function compose(locale: string, { subject, said, act, url, foot }: Parts): MailText {
  const body = `${said.map((part) => `<p>${escapeHtml(part)}</p>`).join("\n")}
<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="background:#1F6F4A;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escapeHtml(act)}</a></p>
<p style="font-size:14px;color:#5C5952">${escapeHtml(foot)}</p>`;
  return {
    subject: oneLine(subject),
    text: `${[...said, `${act}:\n${url}`, foot].join("\n\n")}\n`,
    html: mailHtml(locale, body),
  };
}
