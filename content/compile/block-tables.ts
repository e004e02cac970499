import { stepScores, type ExerciseKind } from "../../functions/curriculum/content.ts";
import type { EmitContext } from "./content-nodes.ts";
import type { Directive } from "./directives.ts";
import type { MarkdownNode } from "./markdown.ts";
import { textOf } from "./prose.ts";

type Table = Extract<MarkdownNode, { type: "table" }>;

/** For a table inside a block: what each cell means to a program, by row (the heading is row 0) and column; "" for nothing. */
export type Values = ReadonlyMap<MarkdownNode, string[][]>;

const nothing: Values = new Map();

/** `compare`: one table of two columns and nothing else. */
export function checkCompare(node: Directive, context: EmitContext): Values {
  const [table] = tablesOf(node);
  if (table?.align?.length === 2 && node.children.length === 1) return nothing;
  context.error(
    context.placeOf(node),
    "`:::compare` does not hold exactly one table of two columns",
    "Write one table: `| It looks like | It does not look like |`, and any other text outside the block.",
  );
  return nothing;
}

/** `graph`: one table of a label and one or two columns of numbers. */
export function checkGraph(node: Directive, context: EmitContext): Values {
  const [table, ...more] = tablesOf(node);
  if (!table || more.length > 0) {
    const fix = "Write one table: `| Week | Words read correctly | Goal line |`.";
    context.error(context.placeOf(node), `\`:::${node.name}\` does not hold exactly one table`, fix);
    return nothing;
  }
  return new Map([[table, graphValues(table, context)]]);
}

/** The words of the answer tables, in every language that content is written in. */
const yes = ["yes", "sí"];
const no = ["no"];
const goalLine = ["goal line", "línea de meta"];
const scoreWords: Record<(typeof stepScores)[number], string[]> = {
  done: ["done", "hecho"],
  partly: ["partly", "en parte"],
  notDone: ["not done", "no hecho"],
  notApplicable: ["does not apply", "no corresponde"],
};

type Shape = { columns: string; count: number; tables: 1 | 2; rows: readonly [least: number, most: number] };

const shapes: Record<ExerciseKind, Shape> = {
  sort: { columns: "| Card | Group | Why |", count: 3, tables: 1, rows: [4, 10] },
  decide: { columns: "| Choice | Right | Why |", count: 3, tables: 2, rows: [2, 5] },
  statement: { columns: "| Part | Words | Precise | Why |", count: 4, tables: 1, rows: [8, 18] },
  score: { columns: "| Step | Score | Why |", count: 3, tables: 1, rows: [4, 12] },
};

/** A block that is tried: text, for `decide` a graph's table, and last the table of answers. */
export function checkExercise(kind: ExerciseKind, node: Directive, context: EmitContext): Values {
  const {
    columns,
    count,
    tables: wanted,
    rows: [least, most],
  } = shapes[kind];
  const tables = tablesOf(node);
  const place = context.placeOf(node);
  const answers = tables.at(-1);
  if (tables.length !== wanted || !answers) {
    const what = wanted === 2 ? "a table as in `graph`, a question, and the table" : "one table";
    context.error(place, `\`:::${kind}\` holds ${tables.length} tables`, `Write ${what} \`${columns}\`.`);
    return nothing;
  }
  if (node.children.at(-1) !== answers || node.children[0] === tables[0]) {
    context.error(
      place,
      `\`:::${kind}\` has text after its answers, or none before`,
      "Say first what to do, and end with the table of answers.",
    );
  }
  const rows = bodyOf(answers, context);
  if ((answers.align?.length ?? 0) !== count) {
    context.error(
      context.placeOf(answers),
      `the table has ${answers.align?.length ?? 0} columns; it needs ${count}`,
      `Write \`${columns}\`.`,
    );
    return nothing;
  }
  if (rows.length < least || rows.length > most) {
    context.error(context.placeOf(answers), `the table has ${rows.length} rows`, `Write ${least} to ${most}.`);
  }
  for (const row of rows) {
    const empty = row.cells.findIndex((cell) => cell === "");
    if (empty >= 0) context.error(row.place, `column ${empty + 1} of the row is empty`, "Write it out: each answer says why.");
  }
  const values = answerValues[kind](rows, context, context.placeOf(answers));
  const graph = wanted === 2 ? tables[0] : undefined;
  return new Map<MarkdownNode, string[][]>([[answers, [[], ...values]], ...(graph ? [[graph, graphValues(graph, context)] as const] : [])]);
}

type Row = { place: ReturnType<EmitContext["placeOf"]>; cells: string[] };
type Place = Row["place"];

const answerValues: Record<ExerciseKind, (rows: Row[], context: EmitContext, table: Place) => string[][]> = {
  sort(rows, context, table) {
    const groups = new Set(rows.map(({ cells }) => cells[1]));
    if (groups.size < 2 || groups.size > 4) {
      context.error(table, `the cards go into ${groups.size} groups`, "Use 2 to 4 groups, each spelled the same in every row.");
    }
    return rows.map(({ cells }) => ["", cells[1] ?? ""]);
  },
  decide: (rows, context, table) => oneYes(rows, 1, "the choices", context, table),
  statement(rows, context, table) {
    const parts = Map.groupBy(rows, ({ cells }) => cells[0] ?? "");
    if (parts.size < 4)
      context.error(table, `the statement has ${parts.size} parts`, "Use at least four of What, Who, Where, When, How often and Why.");
    for (const [part, own] of parts) {
      if (own.length < 2)
        context.error(own[0]?.place ?? table, `\`${part}\` has nothing to choose from`, "Write 2 or 3 rows for each part.");
      oneYes(own, 2, `\`${part}\``, context, own[0]?.place ?? table);
    }
    return rows.map(({ cells }) => ["", "", isOneOf(yes, cells[2]) ? "yes" : "no"]);
  },
  score(rows, context) {
    const names = Object.entries(scoreWords);
    return rows.map(({ place, cells }) => {
      const found = names.find(([, words]) => isOneOf(words, cells[1]));
      if (!found) context.error(place, `\`${cells[1]}\` is not a score`, "Write Done, Partly, Not done or Does not apply.");
      return ["", found?.[0] ?? ""];
    });
  },
};

function oneYes(rows: Row[], column: number, what: string, context: EmitContext, table: Place): string[][] {
  for (const { place, cells } of rows) {
    if (!isOneOf([...yes, ...no], cells[column]))
      context.error(place, `\`${cells[column]}\` is neither yes nor no`, "Write `yes` or `no`.");
  }
  const count = rows.filter(({ cells }) => isOneOf(yes, cells[column])).length;
  if (count !== 1) context.error(table, `${what} have ${count} right answers`, "Write `yes` in exactly one row.");
  return rows.map(({ cells }) => [...Array.from({ length: column }, () => ""), isOneOf(yes, cells[column]) ? "yes" : "no"]);
}

function graphValues(table: Table, context: EmitContext): string[][] {
  const columns = table.align?.length ?? 0;
  const place = context.placeOf(table);
  if (columns < 2 || columns > 4) {
    context.error(
      place,
      `the graph's table has ${columns} columns`,
      "Write a label, one or two columns of numbers, and perhaps `Goal line`.",
    );
  }
  const rows = bodyOf(table, context);
  if (rows.length < 3)
    context.error(place, `the graph's table has ${rows.length} rows`, "Write at least three; below that a sentence says it better.");
  for (const { place: at, cells } of rows) {
    const bad = cells.slice(1).find((cell) => cell !== "" && !/^-?\d+(\.\d+)?%?$/.test(cell));
    if (bad !== undefined)
      context.error(at, `\`${bad}\` is not a number`, "Write numbers alone; leave a cell empty where nothing was measured.");
  }
  const [head] = table.children;
  const heads = (head?.children ?? []).map((cell) => (isOneOf(goalLine, textOf(cell).trim()) ? "goal" : ""));
  return [heads];
}

function tablesOf(node: Directive): Table[] {
  return node.children.filter((child) => child.type === "table");
}

function bodyOf(table: Table, context: EmitContext): Row[] {
  const columns = table.align?.length ?? 0;
  return table.children.slice(1).map((row) => {
    const cells = row.children.map((cell) => textOf(cell).trim());
    // A row may be written shorter than its heading; what is not there is empty.
    return { place: context.placeOf(row), cells: Array.from({ length: columns }, (_, i) => cells[i] ?? "") };
  });
}

function isOneOf(words: readonly string[], text: string | undefined): boolean {
  return words.includes((text ?? "").toLowerCase());
}
