import { serve } from "@/app/_web/operations";
import { worksOperations } from "@/app/api/v1/_operations/works";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(worksOperations, "/works/seats");
