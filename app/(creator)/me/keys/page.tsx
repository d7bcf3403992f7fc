import type { Metadata } from "next";
import { KeysPanel } from "@/app/_parties/keys/keys-panel";
import { Page } from "@/ui/page";

export const metadata: Metadata = { title: "API keys" };

export default function MyKeysPage() {
  return (
    <Page
      title="Your API keys"
      lead="For your own programs: your works, your terms, the deals that touch you, your money."
    >
      <KeysPanel organisationId={null} />
    </Page>
  );
}
