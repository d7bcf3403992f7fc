import allocationDe from "@/messages/de/allocation.json";
import auditDe from "@/messages/de/audit.json";
import booksDe from "@/messages/de/books.json";
import clearanceDe from "@/messages/de/clearance.json";
import creatorDe from "@/messages/de/creator.json";
import dealformDe from "@/messages/de/dealform.json";
import dealsDe from "@/messages/de/deals.json";
import demositeDe from "@/messages/de/demosite.json";
import docsDe from "@/messages/de/docs.json";
import flowDe from "@/messages/de/flow.json";
import jobsDe from "@/messages/de/jobs.json";
import lookupDe from "@/messages/de/lookup.json";
import mailsDe from "@/messages/de/mails.json";
import manifestsDe from "@/messages/de/manifests.json";
import noticesDe from "@/messages/de/notices.json";
import onboardingDe from "@/messages/de/onboarding.json";
import operatorDe from "@/messages/de/operator.json";
import partiesDe from "@/messages/de/parties.json";
import paymentsDe from "@/messages/de/payments.json";
import problemsDe from "@/messages/de/problems.json";
import registerDe from "@/messages/de/register.json";
import settingsDe from "@/messages/de/settings.json";
import shellDe from "@/messages/de/shell.json";
import signinDe from "@/messages/de/signin.json";
import siteDe from "@/messages/de/site.json";
import statementDe from "@/messages/de/statement.json";
import termsDe from "@/messages/de/terms.json";
import touchingDe from "@/messages/de/touching.json";
import tourDe from "@/messages/de/tour.json";
import uiDe from "@/messages/de/ui.json";
import worksDe from "@/messages/de/works.json";
import allocationEn from "@/messages/en/allocation.json";
import auditEn from "@/messages/en/audit.json";
import booksEn from "@/messages/en/books.json";
import clearanceEn from "@/messages/en/clearance.json";
import creatorEn from "@/messages/en/creator.json";
import dealformEn from "@/messages/en/dealform.json";
import dealsEn from "@/messages/en/deals.json";
import demositeEn from "@/messages/en/demosite.json";
import docsEn from "@/messages/en/docs.json";
import flowEn from "@/messages/en/flow.json";
import jobsEn from "@/messages/en/jobs.json";
import lookupEn from "@/messages/en/lookup.json";
import mailsEn from "@/messages/en/mails.json";
import manifestsEn from "@/messages/en/manifests.json";
import noticesEn from "@/messages/en/notices.json";
import onboardingEn from "@/messages/en/onboarding.json";
import operatorEn from "@/messages/en/operator.json";
import partiesEn from "@/messages/en/parties.json";
import paymentsEn from "@/messages/en/payments.json";
import problemsEn from "@/messages/en/problems.json";
import registerEn from "@/messages/en/register.json";
import settingsEn from "@/messages/en/settings.json";
import shellEn from "@/messages/en/shell.json";
import signinEn from "@/messages/en/signin.json";
import siteEn from "@/messages/en/site.json";
import statementEn from "@/messages/en/statement.json";
import termsEn from "@/messages/en/terms.json";
import touchingEn from "@/messages/en/touching.json";
import tourEn from "@/messages/en/tour.json";
import uiEn from "@/messages/en/ui.json";
import worksEn from "@/messages/en/works.json";
import type { Catalogue } from "./catalogue";
import type { Locale } from "./locales";
import { pseudoCatalogue } from "./pseudo";

const english = {
  allocation: allocationEn,
  audit: auditEn,
  books: booksEn,
  clearance: clearanceEn,
  creator: creatorEn,
  dealform: dealformEn,
  deals: dealsEn,
  demosite: demositeEn,
  docs: docsEn,
  flow: flowEn,
  jobs: jobsEn,
  lookup: lookupEn,
  mails: mailsEn,
  manifests: manifestsEn,
  notices: noticesEn,
  onboarding: onboardingEn,
  operator: operatorEn,
  parties: partiesEn,
  payments: paymentsEn,
  problems: problemsEn,
  register: registerEn,
  settings: settingsEn,
  shell: shellEn,
  signin: signinEn,
  site: siteEn,
  statement: statementEn,
  terms: termsEn,
  touching: touchingEn,
  tour: tourEn,
  ui: uiEn,
  works: worksEn,
};

const german: typeof english = {
  allocation: allocationDe,
  audit: auditDe,
  books: booksDe,
  clearance: clearanceDe,
  creator: creatorDe,
  dealform: dealformDe,
  deals: dealsDe,
  demosite: demositeDe,
  docs: docsDe,
  flow: flowDe,
  jobs: jobsDe,
  lookup: lookupDe,
  mails: mailsDe,
  manifests: manifestsDe,
  notices: noticesDe,
  onboarding: onboardingDe,
  operator: operatorDe,
  parties: partiesDe,
  payments: paymentsDe,
  problems: problemsDe,
  register: registerDe,
  settings: settingsDe,
  shell: shellDe,
  signin: signinDe,
  site: siteDe,
  statement: statementDe,
  terms: termsDe,
  touching: touchingDe,
  tour: tourDe,
  ui: uiDe,
  works: worksDe,
};

export type Messages = typeof english;
export type Namespace = keyof Messages;

let pseudo: Messages | undefined;

/** The messages of a language. English is the measure: every other catalogue has exactly its keys (a test says so). */
export function catalogueOf(locale: Locale): Messages {
  switch (locale) {
    case "en":
      return english;
    case "de":
      return german;
    case "en-XA":
      pseudo ??= pseudoCatalogue(english as Catalogue) as Messages;
      return pseudo;
  }
}
