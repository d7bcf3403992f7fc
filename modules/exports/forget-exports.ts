import { storage } from "@/infra/files/storage";
import { exportKey } from "./domain/export-file";
import { exportsMadeFor } from "./repository/exports";

/** Follows parties.person_deleted: deletes the files of the person's copies immediately. Safe to repeat. */
export async function forgetExports(personId: string): Promise<void> {
  for (const id of await exportsMadeFor(personId)) await storage().remove(exportKey(id));
}
