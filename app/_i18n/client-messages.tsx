import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { Messages, Namespace } from "@/messages/catalogues";

/**
 * Hands client components the messages of some namespaces (and `ui`, always), and no others: what is here travels with
 * every page below it. Put it as near to its client components as you can.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: React.ReactNode;
}) {
  const all = (await getMessages()) as Messages;
  const some = Object.fromEntries(["ui" as const, ...namespaces].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={some}>{children}</NextIntlClientProvider>;
}
