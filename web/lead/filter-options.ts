import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { jobRoles, schoolLevels } from "./filter.ts";

/** The choices of a level, for a picker. */
export const levelOptions: { value: SchoolLevel | ""; label: string }[] = [
  { value: "", label: lead.filter.allLevels },
  ...schoolLevels.map((value) => ({ value, label: lead.levels[value] })),
];

/** The choices of a role, for a picker. */
export const roleOptions: { value: JobRole | ""; label: string }[] = [
  { value: "", label: lead.filter.allRoles },
  ...jobRoles.map((value) => ({ value, label: t.jobRoles[value] })),
];
