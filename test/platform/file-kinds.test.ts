import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fileKindOf, safeFileName } from "../../functions/platform/file-kinds.ts";

const bytes = (...values: number[]) => new Uint8Array(values);
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));

describe("what a file is", () => {
  it("is told by its bytes", () => {
    expect(fileKindOf(strToU8("%PDF-1.7 ..."))?.extension).toBe("pdf");
    expect(fileKindOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))?.extension).toBe("png");
    expect(fileKindOf(bytes(0xff, 0xd8, 0xff, 0xe0))?.extension).toBe("jpg");
    expect(fileKindOf(archive("[Content_Types].xml", "word/document.xml"))?.extension).toBe("docx");
    expect(fileKindOf(archive("[Content_Types].xml", "ppt/presentation.xml"))?.extension).toBe("pptx");
  });

  it("is nothing we take when the bytes say otherwise, whatever its name", () => {
    const refused = [
      bytes(),
      strToU8("<!doctype html><script>alert(1)</script>"),
      strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      bytes(0x4d, 0x5a, 0x90),
      bytes(0x50, 0x4b, 0x03, 0x04, 1, 2, 3),
      archive("evil.exe"),
      archive("[Content_Types].xml", "xl/workbook.xml"),
      archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    ];
    for (const one of refused) expect(fileKindOf(one)).toBeUndefined();
  });
});

describe("a stored name", () => {
  const pdf = { extension: "pdf", mediaType: "application/pdf" };
  it("has no folders, no control characters and the extension of what the file is", () => {
    expect(safeFileName("../../etc/pass wd.exe", pdf)).toBe("pass wd.pdf");
    expect(safeFileName("C:\\work\\Plan für Rosa.docx", pdf)).toBe("Plan für Rosa.pdf");
    expect(safeFileName('a"b\r\nc.pdf', pdf)).toBe("abc.pdf");
    expect(safeFileName("", pdf)).toBe("evidence.pdf");
    expect(safeFileName(".pdf", pdf)).toBe("evidence.pdf");
    expect(safeFileName("x".repeat(300), pdf)).toHaveLength(104);
  });
});
