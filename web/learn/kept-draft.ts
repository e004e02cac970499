/** What a form kept on this device, as far as it can be read. */
export function parseDraft<Draft>(text: string): Partial<Draft> {
  try {
    return (JSON.parse(text) as Partial<Draft> | null) ?? {};
  } catch {
    return {};
  }
}
