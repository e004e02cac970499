/** One JSON line to standard output; keys come from a closed list so that no personal data can slip in. */
export type LogFields = {
  requestId?: string;
  districtId?: string;
  staffId?: string;
  route?: string;
  method?: string;
  status?: number;
  durationMs?: number;
  code?: string;
  job?: string;
  row?: string;
  count?: number;
  error?: string;
};

const levels = ["info", "warn", "error"];

/** Writes a log line. An error's text is kept for operators; values of requests never are. */
export function log(level: "info" | "warn" | "error", message: string, fields: LogFields = {}): void {
  if (levels.indexOf(level) < levels.indexOf(process.env.LOG_LEVEL ?? "info")) return;
  process.stdout.write(`${JSON.stringify({ level, message, at: new Date().toISOString(), ...fields })}\n`);
}
