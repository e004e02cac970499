/** The pages of this audience; web/README.md says how to add one. */
export const adminRoutes = [] as const;
