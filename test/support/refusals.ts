/** What a refusal is built with: the error itself, and the few helpers around it. */
const builders =
  /(?<!function )\b(?:new (?:AppError|TooManyRequests)|refused|refuse|invalid|notReady|unreadable|tooBig|problems\.push|problem)\(/g;
const ofField = /\b(?:message|error|detail|closed|acceptedFiles)(?:: | = )(?=["`])/g;
/** Functions of rules that answer with what is wrong, in words. */
const saidByRules = /function \w*(?:Problem|Problems|Refusal)\([^{]*?\): [^{]*\{/g;
const literal = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/y;

/** The end of what a bracket opens, past the text that stands in it. */
function closing(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length && depth > 0) {
    literal.lastIndex = at;
    const skipped = literal.exec(text);
    if (skipped) at += skipped[0].length;
    else {
      depth += "([{".includes(text[at] ?? "") ? 1 : ")]}".includes(text[at] ?? "") ? -1 : 0;
      at++;
    }
  }
  return at;
}

function literalsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    literal.lastIndex = at;
    const one = literal.exec(text);
    if (!one) continue;
    found.push((one[1] ?? one[2] ?? one[3] ?? "").replaceAll(/\\(["'`])/g, "$1"));
    at += one[0].length - 1;
  }
  return found;
}

const isSentence = (text: string): boolean => /^(?:\p{Lu}|\$\{)/u.test(text) && / /.test(text) && /[.!?]$/.test(text);
/** A sentence that is handed on, with a tail: what is handed on is held where it is written. */
const isHandedOn = (text: string): boolean => /^\$\{(?:detail|message)\}/.test(text);

/** Every sentence with which a file of the server refuses, with `Name` where something is filled in. */
export function refusalsIn(path: string, text: string): string[] {
  const source = text.replaceAll(/^\s*(?:\/\/|\/\*\*|\*).*$/gm, "");
  const parts = [builders, ofField, saidByRules].flatMap((begin) =>
    [...source.matchAll(begin)].map(({ index, 0: opening }) => {
      const from = index + opening.length;
      return begin === ofField ? (source.slice(from).match(/^[^\n]*/)?.[0] ?? "") : source.slice(from, closing(source, from));
    }),
  );
  const all = (path.endsWith("contract.ts") ? [source] : parts).flatMap(literalsIn);
  return [...new Set(all)]
    .filter((one) => isSentence(one) && !isHandedOn(one))
    .map((one) => one.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "Name"));
}
