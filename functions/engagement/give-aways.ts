import { fewestPeople } from "./suppression.ts";

/** A figure as a link between the two sums that it is part of. */
export type Link = { ends: readonly [string, string]; people: number };

/**
 * What else to hide so that no figure about fewer than five people follows from all sums together. Hidden figures are
 * links between the sums they are part of; one that lies on no circle of such links is found by subtracting, sum after
 * sum, even where every single sum hides two. For each, the smallest shown figure that closes a circle is hidden too.
 */
export function linksToHide<L extends Link>(hidden: readonly L[], shown: readonly L[]): L[] {
  const unknown = [...hidden];
  const open = shown.toSorted((a, b) => a.people - b.people);
  const added: L[] = [];
  for (;;) {
    const given = [...givenAway(unknown)].find(({ people }) => people > 0 && people < fewestPeople);
    if (!given) return added;
    const others = unknown.filter((link) => link !== given);
    const [here, there] = given.ends.map((end) => reachedFrom(end, others)) as [Set<string>, Set<string>];
    const closes = ({ ends: [a, b] }: Link): boolean => (here.has(a) && there.has(b)) || (here.has(b) && there.has(a));
    // Where none closes the circle at once, one that leads away is the first step of a longer way round.
    const next = open.find(closes) ?? open.find(({ ends: [a, b] }) => here.has(a) !== here.has(b));
    if (!next) return added;
    open.splice(open.indexOf(next), 1);
    unknown.push(next);
    added.push(next);
  }
}

/** The links that lie on no circle: bridges, found in one walk (Tarjan). */
export function givenAway<L extends Link>(links: readonly L[]): Set<L> {
  const at = linksAt(links);
  const seen = new Map<string, number>();
  const found = new Set<L>();
  /** Walks on from a sum and answers the earliest sum that a circle leads back to. */
  const walk = (node: string, from: L | undefined): number => {
    const number = seen.size;
    seen.set(node, number);
    let earliest = number;
    for (const link of at.get(node) ?? []) {
      if (link === from) continue;
      const [a, b] = link.ends;
      const other = a === node ? b : a;
      const visited = seen.get(other);
      const back = visited ?? walk(other, link);
      if (visited === undefined && back > number) found.add(link);
      earliest = Math.min(earliest, back);
    }
    return earliest;
  };
  for (const node of at.keys()) if (!seen.has(node)) walk(node, undefined);
  return found;
}

function reachedFrom(start: string, links: readonly Link[]): Set<string> {
  const at = linksAt(links);
  const reached = new Set([start]);
  for (const node of reached) for (const { ends } of at.get(node) ?? []) for (const end of ends) reached.add(end);
  return reached;
}

function linksAt<L extends Link>(links: readonly L[]): Map<string, L[]> {
  const at = new Map<string, L[]>();
  for (const link of links)
    for (const end of link.ends) {
      const here = at.get(end);
      if (here) here.push(link);
      else at.set(end, [link]);
    }
  return at;
}
