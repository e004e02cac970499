import type { Paper } from "../platform/paper/paper.ts";
import type { DistrictPage } from "./contract.ts";
import { numberIn } from "./report-cells.ts";
import type { ReportWords } from "./report-words.ts";

type Noted = { paper: Paper; page: DistrictPage; say: ReportWords };

/** Who is in no figure, and what is hidden. */
export function leftOut({ paper, page, say }: Noted): void {
  paper.heading(2, say.out);
  const out = page.excluded.filter(({ count }) => count > 0);
  if (out.length === 0) paper.paragraph(say.nobodyOut);
  else paper.list(out.map(({ reason, count }) => `${reason}: ${numberIn(say, count)}`));
  paper.paragraph(say.smallNumbers);
}

/** What each figure is, in the words of its one definition. */
export function definitions({ paper, page, say }: Noted): void {
  paper.heading(2, say.definitions);
  paper.paragraph(say.definitionsLead);
  for (const one of [...page.definitions, page.roleGapDefinition]) {
    paper.heading(3, one.title);
    paper.list([
      `${say.question}: ${one.question}`,
      `${say.numerator}: ${one.numerator}`,
      `${say.denominator}: ${one.denominator}`,
      `${say.window}: ${one.window}`,
      `${say.excluded}: ${one.excluded}`,
      `${say.missing}: ${one.missing}`,
      `${say.version}: ${one.version}`,
    ]);
  }
  paper.paragraph(say.scoreDefinition);
}
