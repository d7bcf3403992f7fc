import { serve } from "@/app/_web/operations";
import { partyOperations } from "@/app/api/v1/_operations/parties";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  partyOperations,
  "/organisations/{organisationId}/invitations",
);
