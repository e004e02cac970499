/** Says what start-up is doing, a line each with its time; on a terminal the running line counts. */
export type Progress = {
  step<T>(title: string, work: (report: (done: number, total: number) => void) => Promise<T>): Promise<T>;
};

const hideMs = 80;

/** Progress on standard output; plain lines where it is not a terminal. */
export function terminalProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  return {
    async step(title, work) {
      const startedAt = performance.now();
      let drawnAt = 0;
      const report = (done: number, total: number): void => {
        if (!out.isTTY || performance.now() - drawnAt < hideMs) return;
        drawnAt = performance.now();
        const share = total === 0 ? 1 : done / total;
        const width = 24;
        const bar = "█".repeat(Math.round(share * width)).padEnd(width, "░");
        out.write(`\r  ${title} ${bar} ${Math.round(share * 100)} %   `);
      };
      if (out.isTTY) out.write(`  ${title} …`);
      const result = await work(report);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      out.write(`${out.isTTY ? "\r\u001b[K" : ""}  ✓ ${title} (${seconds} s)\n`);
      return result;
    },
  };
}
