import type { Catalogue } from "./catalogue";
import allocationDe from "./de/allocation.json";
import auditDe from "./de/audit.json";
import booksDe from "./de/books.json";
import clearanceDe from "./de/clearance.json";
import creatorDe from "./de/creator.json";
import dealformDe from "./de/dealform.json";
import dealsDe from "./de/deals.json";
import demositeDe from "./de/demosite.json";
import docsDe from "./de/docs.json";
import flowDe from "./de/flow.json";
import jobsDe from "./de/jobs.json";
import lookupDe from "./de/lookup.json";
import mailsDe from "./de/mails.json";
import manifestsDe from "./de/manifests.json";
import noticesDe from "./de/notices.json";
import onboardingDe from "./de/onboarding.json";
import operatorDe from "./de/operator.json";
import partiesDe from "./de/parties.json";
import paymentsDe from "./de/payments.json";
import problemsDe from "./de/problems.json";
import registerDe from "./de/register.json";
import settingsDe from "./de/settings.json";
import shellDe from "./de/shell.json";
import signinDe from "./de/signin.json";
import siteDe from "./de/site.json";
import statementDe from "./de/statement.json";
import termsDe from "./de/terms.json";
import touchingDe from "./de/touching.json";
import tourDe from "./de/tour.json";
import uiDe from "./de/ui.json";
import worksDe from "./de/works.json";
import allocationEn from "./en/allocation.json";
import auditEn from "./en/audit.json";
import booksEn from "./en/books.json";
import clearanceEn from "./en/clearance.json";
import creatorEn from "./en/creator.json";
import dealformEn from "./en/dealform.json";
import dealsEn from "./en/deals.json";
import demositeEn from "./en/demosite.json";
import docsEn from "./en/docs.json";
import flowEn from "./en/flow.json";
import jobsEn from "./en/jobs.json";
import lookupEn from "./en/lookup.json";
import mailsEn from "./en/mails.json";
import manifestsEn from "./en/manifests.json";
import noticesEn from "./en/notices.json";
import onboardingEn from "./en/onboarding.json";
import operatorEn from "./en/operator.json";
import partiesEn from "./en/parties.json";
import paymentsEn from "./en/payments.json";
import problemsEn from "./en/problems.json";
import registerEn from "./en/register.json";
import settingsEn from "./en/settings.json";
import shellEn from "./en/shell.json";
import signinEn from "./en/signin.json";
import siteEn from "./en/site.json";
import statementEn from "./en/statement.json";
import termsEn from "./en/terms.json";
import touchingEn from "./en/touching.json";
import tourEn from "./en/tour.json";
import uiEn from "./en/ui.json";
import worksEn from "./en/works.json";
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
