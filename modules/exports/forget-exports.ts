import { storage } from "@/infra/files/storage";
import { exportKey } from "./domain/export-file";
import { exportsMadeFor } from "./repository/exports";

/** Follows parties.person_deleted: the files of a person's copies go at once. Deleting again is harmless. */
export async function forgetExports(personId: string): Promise<void> {
  for (const id of await exportsMadeFor(personId)) await storage().remove(exportKey(id));
}
