export const rosterRoutes = [] as const;
