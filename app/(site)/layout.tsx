import { Shell } from "@/app/_shell/shell";

const NAV = [
  { href: "/", label: "What Remit is", exact: true },
  { href: "/docs/api", label: "API" },
];

export default function SiteLayout({ children }: { children: React.ReactNode }) {
  return (
    <Shell nav={NAV} navLabel="Main">
      {children}
    </Shell>
  );
}
