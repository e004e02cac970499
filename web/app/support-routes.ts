import { adminRoutes } from "../admin/routes.ts";
import { coachRoutes } from "../coach/routes.ts";
import { leadRoutes } from "../lead/routes.ts";

/** The pages of those who support learners: coaches, leaders and administrators. Fetched only for them. */
export const supportRoutes = [...coachRoutes, ...leadRoutes, ...adminRoutes] as const;
