type Term = { issuedOn: string; expiresOn: string; cycle: number; revokedOn?: string | undefined };

/**
 * Of one certification's terms, the one that counts: the one that ends last, whatever its number, for history comes in and accounts
 * are merged with numbers of their own. A revoked one after which another was earned counts no more. Undefined where there is none.
 */
export function latestTerm<T extends Term>(terms: readonly T[]): T | undefined {
  const isEarnedAgain = (one: T): boolean => {
    const { revokedOn } = one;
    return revokedOn !== undefined && terms.some((other) => other.issuedOn >= revokedOn && isIssuedLater(other, one));
  };
  return terms
    .filter((one) => !isEarnedAgain(one))
    .reduce<T | undefined>((last, one) => (last && endsLater(last, one) ? last : one), undefined);
}

function isIssuedLater(a: Term, b: Term): boolean {
  return a.issuedOn > b.issuedOn || (a.issuedOn === b.issuedOn && a.cycle > b.cycle);
}

function endsLater(a: Term, b: Term): boolean {
  return a.expiresOn > b.expiresOn || (a.expiresOn === b.expiresOn && a.cycle > b.cycle);
}
