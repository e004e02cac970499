/** Which file it is, as far as a browser says: one that was changed since it was chosen is another. */
export const fileIdentity = ({ name, size, lastModified }: File): string => JSON.stringify([name, size, lastModified]);

/** Gives all tries of one thing that a person means to do the same key, until it is answered; other words or another file are another thing. */
export function intentKeys() {
  let open: { key: string; of: string } | undefined;
  return {
    keyFor(input: unknown): string {
      // A file would be written as `{}`, and two of them as the same.
      const of = JSON.stringify(input, (_, value: unknown) => (value instanceof File ? fileIdentity(value) : value)) ?? "";
      if (open?.of !== of) open = { key: crypto.randomUUID(), of };
      return open.key;
    },
    answered(): void {
      open = undefined;
    },
  };
}
