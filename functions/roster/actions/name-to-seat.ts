import { commit } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { GuardFailed } from "../../platform/table.ts";
import { findSchool, readStaff } from "../queries.ts";
import { seats, type Staff, staffPartition, teamMembers, teamPartition } from "../records.ts";
import { fullName, schoolsOn, statusOn } from "../rules.ts";
import type { Seat, SeatNaming, SeatView } from "../team-contract.ts";
import { districtTeams } from "../seats-contract.ts";
import { mayNameAnyone, teamSeatsOf } from "../team-queries.ts";

/**
 * Names a person to a seat of a place's team, as member or as backup, from a day on: the row in their partition and the
 * one at the place, together. Naming someone who holds the seat already changes nothing; naming them again from the day
 * of a naming that was ended brings that one back.
 */
export async function nameToSeat(ctx: Granted<"team:write">, place: string, naming: SeatNaming): Promise<SeatView> {
  const { staffId, team, role, isBackup, from = ctx.today, until } = naming;
  await requireTeam(ctx, place, naming);
  const staff = await readStaff(ctx, staffId);
  requireNameable(ctx, staff, place);
  const held = await teamSeatsOf(ctx, staffId);
  const same = held.filter((seat) => seat.place === place && seat.team === team && seat.role === role && seat.isBackup === isBackup);
  const overlapping = same.find((seat) => (seat.until ?? from) >= from && seat.from <= (until ?? seat.from));
  const name = fullName(staff);
  if (overlapping && overlapping.until === until) return { ...overlapping, name };
  const id = overlapping?.id ?? idFrom("sea", place, team, role, String(isBackup), staffId, from);
  const before = same.find((seat) => seat.id === id);
  const version = before?.version ?? 0;
  const seat: Seat = {
    id,
    staffId,
    place,
    team,
    role,
    isBackup,
    from: overlapping && overlapping.from < from ? overlapping.from : from,
    ...(until !== undefined && { until }),
    isFromElsewhere: place !== districtTeams && !schoolsOn(staff, ctx.today).includes(place),
  };
  const mirror = await ctx.table.get(teamMembers, { of: teamPartition(place), at: `SEAT#${id}` });
  try {
    return await commit(ctx, {
      action: "seat.named",
      subject: `staff:${staffId}`,
      writes: [seats.put({ ...seat, version }), teamMembers.put({ ...seat, name, version: mirror?.version ?? 0 })],
      before,
      after: seat,
      result: { ...seat, name, version: version + 1 },
    });
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    throw new AppError("conflict", `Someone changed this seat of ${name} at the same moment. Reload the page to see it as it is.`);
  }
}

/** Takes a person off a seat. What they were named to stays on record; a naming that had not begun yet is removed. */
export async function endSeat(
  ctx: Granted<"team:write">,
  place: string,
  input: { seatId: string; version: number; lastDay: string },
): Promise<SeatView> {
  const mirror = await ctx.table.get(teamMembers, { of: teamPartition(place), at: `SEAT#${input.seatId}` });
  const seat = mirror && (await ctx.table.get(seats, { of: staffPartition(mirror.staffId), at: `SEAT#${input.seatId}` }));
  if (!mirror || !seat) throw notFound("seat");
  const conflict = new AppError("conflict", `Someone changed this seat of ${mirror.name} first. Reload the page to see it as it is.`);
  if (mirror.version !== input.version) throw conflict;
  if (seat.until !== undefined && seat.until <= input.lastDay) return mirror;
  const never = input.lastDay < seat.from;
  const ended = { ...seat, until: input.lastDay };
  try {
    return await commit(ctx, {
      action: "seat.ended",
      subject: `staff:${seat.staffId}`,
      writes: never
        ? [seats.remove(seat), teamMembers.remove(mirror)]
        : [seats.put(ended), teamMembers.put({ ...mirror, until: input.lastDay })],
      before: seat,
      ...(!never && { after: ended }),
      result: { ...mirror, until: input.lastDay, version: mirror.version + 1 },
    });
  } catch (error) {
    if (error instanceof GuardFailed) throw conflict;
    throw error;
  }
}

async function requireTeam(ctx: Context, place: string, { team, from = ctx.today, until }: SeatNaming): Promise<void> {
  const isOfDistrict = place === districtTeams;
  if (!isOfDistrict && !(await findSchool(ctx, place))) throw notFound("school");
  if ((team === "districtLeadership") !== isOfDistrict)
    throw new AppError("invalid-input", "There is no such team here. Nobody was named.", {
      fields: [{ path: "json.team", message: "Choose one of the teams on this page." }],
    });
  if (until !== undefined && until < from)
    throw new AppError("invalid-input", "The last day lies before the first. Nobody was named.", {
      fields: [{ path: "json.until", message: "Choose a last day on or after the first." }],
    });
}

/** A school names its own people and the district's coaches; of anyone else it is not for the school to know. */
function requireNameable(ctx: Context, staff: Staff, place: string): void {
  if (statusOn(staff, ctx.today) === "left")
    throw new AppError("not-ready", `${fullName(staff)} no longer works here. Choose someone who does.`);
  const isOwn = staff.roles.some(({ schoolId, endOn }) => schoolId === place && (endOn === undefined || endOn >= ctx.today));
  const isCoach = staff.roles.some(({ role, endOn }) => role === "coach" && (endOn === undefined || endOn >= ctx.today));
  if (!isOwn && !isCoach && !mayNameAnyone(ctx)) throw notFound("person");
}
