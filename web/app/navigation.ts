import { t } from "../strings/en.ts";
import type { Access } from "./session.ts";

type NavigationItem = { to: string; label: string; isExact: boolean };

const labels = t.shell.navigation;

const items: (NavigationItem & { access: Access | readonly Access[] })[] = [
  { access: "staff", to: "/", label: labels.staff, isExact: true },
  { access: "staff", to: "/certificates", label: labels.certificates, isExact: false },
  { access: "staff", to: "/glossary", label: labels.reference, isExact: false },
  { access: "coach", to: "/coach", label: labels.coach, isExact: false },
  { access: "schoolLeader", to: "/school", label: labels.schoolLeader, isExact: false },
  { access: ["districtLeader", "districtAdministrator"], to: "/district", label: labels.districtLeader, isExact: false },
  { access: "districtAdministrator", to: "/admin", label: labels.districtAdministrator, isExact: false },
];

/** What a person's navigation offers: their own learning first, then what their roles add. */
export function navigationFor(access: readonly Access[]): NavigationItem[] {
  return items.filter((item) => [item.access].flat().some((one) => access.includes(one)));
}
