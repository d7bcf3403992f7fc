import { serve } from "@/app/_web/operations";
import { ledgerOperations } from "../../../../_operations/ledger";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  ledgerOperations,
  "/books/entries/{entryId}/reversal",
);
