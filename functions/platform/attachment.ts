/** The header that has a browser save a file under a name rather than show it. */
export function attachment(fileName: string): string {
  return `attachment; filename="${fileName.replace(/[^\w. -]/g, "_")}"`;
}
