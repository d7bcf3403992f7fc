import type { OrganisationKind, Role } from "@/kernel/actor";

/** What people read for a role, and what it lets them do. */
export const ROLE_WORDS: Readonly<Record<Role, Readonly<{ name: string; means: string }>>> = {
  owner: { name: "Owner", means: "Everything, and decides who the owners are." },
  admin: { name: "Admin", means: "Everything but owners: deals, manifests, sealing, people, keys." },
  analyst: {
    name: "Analyst",
    means: "Reads everything; uploads manifests, runs clearances and allocations.",
  },
  billing: { name: "Billing", means: "Reads everything, changes nothing." },
};

export const KIND_WORDS: Readonly<Record<OrganisationKind, Readonly<{ name: string; means: string }>>> = {
  platform: {
    name: "Platform",
    means: "Hosts what people made, licenses it, and shares the money with them.",
  },
  lab: { name: "Lab", means: "Licenses data to train or run models." },
  collective: { name: "Collective", means: "Acts for many creators together." },
  operator: { name: "Operator", means: "Runs this instance and keeps its books." },
};
