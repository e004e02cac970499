/**
 * The files of a module that nobody has written yet, every part named and each thing to think of marked by `…`, so that
 * the check names what is still to be written. Used by the command line and by a district's own modules alike.
 */
export function moduleTemplate(id: string, title: string): Record<string, string> {
  return {
    "module.yaml": moduleYaml(id, title),
    "1-first-lesson.md": lessonTemplate("first-lesson"),
    "2-second-lesson.md": lessonTemplate("second-lesson"),
    "3-third-lesson.md": lessonTemplate("third-lesson"),
    "check.yaml": `items:\n${Array.from({ length: 12 }, (_, i) => item(id, i + 1)).join("\n")}`,
    "job-aid.md": "---\ntitle: …\n---\n\n## …\n\n…\n",
  };
}

/** A lesson that nobody has written yet. */
export function lessonTemplate(id: string): string {
  return `---\nid: ${id}\ntitle: …\nminutes: 6\nobjectives: [first-objective]\n---\n\n…\n\n:::example{title="…"}\n…\n:::\n`;
}

function moduleYaml(id: string, title: string): string {
  return `id: ${id}
title: ${JSON.stringify(title)}
summary: …
minutes: 45
prerequisites: []
objectives:
  - id: first-objective
    text: …
  - id: second-objective
    text: …
check:
  draw: 5
  minutes: 8
practice:
  title: …
  minutes: 10
  task: |
    1. …
  evidence: |
    …
  accepts: [text, file]
  rubric:
${["first", "second", "third"].map((name) => `    - { id: ${name}-criterion, criterion: …, notYet: …, developing: …, meets: …, exemplary: … }`).join("\n")}
  examples:
    notYet: …
    developing: …
    meets: …
    exemplary: …
references:
${[1, 2, 3].map((number) => `  - { title: …, publisher: …, url: "https://example.org/${number}", supports: … }`).join("\n")}
`;
}

function item(moduleId: string, number: number): string {
  return `  - id: ${moduleId}-i${String(number).padStart(2, "0")}
    objective: ${number % 2 === 0 ? "second-objective" : "first-objective"}
    scenario: |
      …
    question: …
    choices:
      - text: …
        correct: true
        feedback: …
      - text: … (a mistake people really make)
        feedback: …
      - text: … (another)
        feedback: …
`;
}
