import { serve } from "@/app/_web/operations";
import { allocationOperations } from "@/app/api/v1/_operations/allocation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(allocationOperations, "/me/waiting");
