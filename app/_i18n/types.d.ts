import type { Locale } from "@/messages/locales";

// Messages are not declared here: with a few thousand keys the compiler takes minutes and gigabytes. keys.test.ts says
// which keys in the sources are in no catalogue.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}
