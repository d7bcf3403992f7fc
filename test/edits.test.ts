import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openApi } from "@/app/_web/api/openapi";
import { allOperations } from "@/app/api/v1/_operations/all";
import { EDITABLES } from "@/infra/verb/command";

/**
 * Commands that cannot overwrite what somebody wrote: they make something, end it, or decide once, and their own rules
 * refuse the second of two. A new command that is not here has to say what it `edits`, and compares versions then.
 */
const NO_EDITS: Readonly<Record<string, readonly string[]>> = {
  makes: [
    "deals.create",
    "exports.request",
    "manifests.complete",
    "manifests.record",
    "manifests.start_upload",
    "parties.create_api_key",
    "parties.found_operator",
    "parties.invite_member",
    "parties.link_provider",
    "parties.register_person",
    "parties.send_invitation_mail",
    "parties.sign_up_organisation",
    "works.attest_handle",
    "works.check_proof",
    "works.claim_handle",
    "works.record_proof_check",
    "works.register_work",
    "works.start_proof",
    "clearance/run/run-clearance.ts",
    "allocation/run/run-allocation.ts",
  ],
  ends: [
    "deals.cancel",
    "deals.withdraw_cancellation",
    "manifests.discard_upload",
    "jobs.cancel",
    "manifests.delete_mapping_profile",
    "notices.forget_person",
    "notices.unsubscribe", // Ends mails and nothing else, whatever was chosen since the mail.
    "parties.end_other_sessions",
    "parties.end_session",
    "parties.forget_second_step",
    "parties.give_up_sign_in",
    "parties.remove_member",
    "parties.revoke_api_key",
    "parties.revoke_invitation",
    "parties.turn_off_second_step",
    "parties.unlink_provider",
    "system.drop_delivery",
    "works.release_handle",
    "works.retire_work",
    "departures/delete-person.ts",
  ],
  // The made-up websites of the demo world: nobody's record, and the last to write a page is right.
  madeUp: ["demo.edit_site"],
  decidesOnce: [
    "allocation.post_again",
    "allocation.reverse_funding",
    "allocation.reverse_posting",
    "allocation.seal",
    "allocation.settle_seat",
    "allocation.start_posting",
    "deals.answer_as_licensee", // Names the version it answers, always.
    "deals.answer_cancellation",
    "deals.ask_cancellation",
    "deals.confirm_funding",
    "deals.dispute",
    "deals.end_dispute",
    "jobs.retry",
    "ledger.follow_handle",
    "ledger.record_funding",
    "ledger.release_author_money",
    "ledger.reverse_entry",
    "notices.read",
    "notices.read_all",
    "parties.accept_invitation",
    "parties.begin_second_step",
    "parties.confirm_identity",
    "parties.confirm_second_step",
    "parties.pass_second_step",
    "parties.renew_recovery_codes",
    "parties.sign_in",
    "parties.sign_in_as_demo_persona",
    "system.retry_delivery",
    "works.answer_split",
    "works.settle_dispute",
  ],
};
const NO_EDIT = new Set(Object.values(NO_EDITS).flat());

/** Every command of the sources, by its name, or by its file where the name is made. */
const commands = readdirSync("modules", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
  .flatMap((file) =>
    readFileSync(join("modules", file), "utf8")
      .split(/\bcommand\(\{/)
      .slice(1)
      .map((text) => {
        const head = text.slice(0, text.search(/\brun\b/));
        const name = /^\s*name: "([^"]+)"/.exec(head)?.[1] ?? file;
        return { name, edits: /^ +edits: "([^"]+)"/m.exec(head)?.[1] };
      }),
  );

describe("every command", () => {
  test("is found", () => expect(commands.length).toBeGreaterThan(70));

  test("says what it edits, or is known to edit nothing", () => {
    const unknown = commands.filter(({ name, edits }) => edits === undefined && !NO_EDIT.has(name));
    expect(unknown).toEqual([]);
    const both = commands.filter(({ name, edits }) => edits !== undefined && NO_EDIT.has(name));
    expect(both).toEqual([]);
  });

  test("that is known to edit nothing is there", () => {
    const names = new Set(commands.map(({ name }) => name));
    expect([...NO_EDIT].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("everything that is edited", () => {
  const operations = (key: "edits" | "shows", what: string) =>
    allOperations.filter(({ verb }) => verb.spec[key] === what);

  test.each(EDITABLES)("%s: the API shows its version, and edits it", (what) => {
    expect(operations("edits", what).map(({ verb }) => verb.kind)).toContain("command");
    expect(operations("shows", what).map(({ verb }) => verb.kind)).toContain("query");
    for (const { verb } of operations("edits", what))
      expect(Object.keys((verb.spec.output as { shape?: object }).shape ?? {})).toContain("version");
  });

  test("an edit says in the description that it needs the version, and what happens without", () => {
    const { paths } = openApi(allOperations, "http://localhost:3000");
    for (const { method, path, verb, status } of allOperations) {
      const described = paths[path]?.[method.toLowerCase()];
      const header = described?.parameters.find(({ name }) => name === "If-Match");
      expect(header?.required, `${method} ${path}`).toBe(
        verb.spec.edits === undefined ? undefined : status !== 201,
      );
      expect("428" in (described?.responses ?? {}), `${method} ${path}`).toBe(verb.spec.edits !== undefined);
    }
  });

  test("a PUT or a PATCH is an edit", () => {
    const others = allOperations.filter(
      ({ method, verb }) => (method === "PUT" || method === "PATCH") && verb.spec.edits === undefined,
    );
    expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
