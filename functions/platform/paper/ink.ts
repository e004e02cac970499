import type PDFDocument from "pdfkit";

/** What a drawing draws on: the document itself, with the box that is its own, from its upper left corner. */
export type Drawing = { doc: typeof PDFDocument.prototype; x: number; y: number; width: number; height: number };

/** Points (1/72 inch) and colors, the same on every paper. Each text color has at least 7:1 on white. */
export const ink = {
  text: "#1a1d21",
  muted: "#4a5058",
  accent: "#1f4e5f",
  rule: "#b9c0c7",
  shade: "#eef2f4",
  soft: "#8fb3bf",
  paper: "#ffffff",
} as const;
