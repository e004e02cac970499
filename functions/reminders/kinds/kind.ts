import type { AssignmentInForce } from "../../assignment/contract.ts";
import type { Source } from "../../assignment/records.ts";
import type { HeldElsewhere } from "../../certification/elsewhere-records.ts";
import type { Certificate } from "../../certification/records.ts";
import type { OpenRefresh } from "../../certification/renewal-queries.ts";
import type { Enrollment } from "../../learning/records.ts";
import { type LocalDate, localDate } from "../../platform/dates.ts";
import type { SchoolCalendar } from "../../platform/district.ts";
import type { PieceKind } from "../../portfolio/contract.ts";
import type { Staff } from "../../roster/records.ts";
import type { ReminderKindId } from "../contract.ts";

/** Something of a person's that waits for a reviewer's word, and who may give it. Never what it says: a mail cannot be emptied. */
export type WaitingWork = {
  item: string;
  /** Which submission of it. */
  cycle: string;
  submittedAt: string;
  about: { piece: PieceKind; pieceId: string } | { certificationId: string; title: string };
  ownCoachMay: boolean;
  /** Who has given a word on it or may not. */
  except: readonly string[];
};

/** All that reminders look at of one person on one day. */
export type PersonNow = {
  staff: Staff;
  /** The modules in force, by date. */
  assignments: AssignmentInForce[];
  sources: Source[];
  enrollments: Enrollment[];
  certificates: Certificate[];
  /** Certificates of other districts that count as ours being held. */
  elsewhere: HeldElsewhere[];
  /** What they are asked to look at because it has changed since they earned a certificate. */
  refreshes: OpenRefresh[];
  waiting: WaitingWork[];
  /** The contract calendar they work by. */
  calendar: SchoolCalendar;
  zone: string;
  today: LocalDate;
};

/** Who hears of it: the person, or someone who supports them. */
export type Hearer = "self" | "coach" | "schoolLeader" | "districtLeader" | "reviewer";

/**
 * One thing to be told on a day. `item` is what it is about and `cycle` which time around: a later step of a cycle
 * stands for the ones before it, and a new cycle begins anew.
 */
export type Occasion = { kind: ReminderKindId; item: string; cycle: string; step: number; on: LocalDate; hearer: Hearer };

/** A whole number that a district may choose. */
export type Number = { usual: number; least: number; most: number };

/** A kind of reminder. `occasions` is pure and names all there will be while nothing changes, past ones too. */
export type ReminderKind<Names extends string = string> = {
  id: ReminderKindId;
  numbers: Record<Names, Number>;
  occasions(person: PersonNow, numbers: Record<Names, number>, since: LocalDate): Occasion[];
};

/** Declares a kind; the numbers it names are the ones it is given. */
export function reminderKind<Names extends string>(kind: ReminderKind<Names>): ReminderKind {
  return kind;
}

/** What is the person's own to do: what waits for a review is not theirs to be late with. */
export function openAssignments({ assignments }: PersonNow): AssignmentInForce[] {
  return assignments.filter(({ state }) => state !== "completed" && state !== "practiceSubmitted");
}

/** The local date of an instant. */
export const dayOf = (instant: string, { zone }: Pick<PersonNow, "zone">): LocalDate => localDate(new Date(instant), zone);
