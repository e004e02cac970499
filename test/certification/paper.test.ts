import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificateFile, certificatePaper } from "../../functions/certification/certificate-paper.ts";
import { foundations } from "../../functions/certification/definitions.ts";
import type { Certificate } from "../../functions/certification/records.ts";
import { transcriptFile } from "../../functions/certification/transcript-paper.ts";
import { creditRuleEditions, outsideCredits } from "../../functions/credit/records.ts";
import { shippedRule } from "../../functions/credit/shipped-rules.ts";
import type { Language } from "../../functions/platform/language.ts";
import { type ReadPdf, readPdf } from "../support/read-pdf.ts";
import { modulesOn, readQr } from "../support/read-qr.ts";
import { personOf } from "../learning/world.ts";
import { type CertificationWorld, learned, openCertificationWorld } from "./world.ts";

let world: CertificationWorld;
let certificate: Certificate;
let address: string;

beforeAll(async () => {
  world = await openCertificationWorld();
  const { id } = await world.put(personOf("stf_maya", { givenName: "Maya", familyName: "Torres" }));
  await world.makeReady(id);
  await world.issue(id);
  certificate = (await world.held(id))[0]!;
  address = `http://localhost:3000/verify/${certificate.publicId}`;
});
afterAll(() => world.close());

const reader = (staffId: string) => world.as("certificate:read", { staffId });
async function paper(change: Partial<Certificate> = {}, options: { today?: string; language?: Language } = {}): Promise<Uint8Array> {
  const { content, origin, today } = reader(certificate.staffId);
  return certificatePaper({ content, origin, today, language: "en", ...options }, { ...certificate, ...change }, foundations.meaning);
}
/** What is meant where what is drawn is another order or another text. */
const meant = ({ raw }: ReadPdf): string[] =>
  [...raw.matchAll(/\/ActualText \(((?:\\[^]|[^\\)])*)\)/g)].map(([, said = ""]) => {
    const bytes = said.replaceAll(/\\([^])/g, (_, sign: string) => ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" })[sign] ?? sign);
    return Buffer.from(bytes, "latin1").swap16().toString("utf16le").replace("\uFEFF", "");
  });

/** Tagged, titled, in a language, PDF/UA, with its fonts embedded. */
function expectAccessible(pdf: ReadPdf, language: string): void {
  expect(pdf.raw).toContain("/Marked true");
  expect(pdf.raw).toContain(`/Lang (${language})`);
  expect(pdf.raw).toContain("/DisplayDocTitle true");
  expect(pdf.raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  const fonts = [...pdf.objects.values()].filter((body) => /\/Type \/Font\b/.test(body) && body.includes("/Type0"));
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/\/ToUnicode \d+ 0 R/);
  expect([...pdf.objects.values()].filter((body) => body.includes("/FontFile2"))).toHaveLength(fonts.length);
  expect(pdf.text).not.toContain("\uFFFD");
}

describe("a certificate on paper", () => {
  it("can be read without seeing it, in the order in which it is meant", async () => {
    const pdf = readPdf(await paper());
    expectAccessible(pdf, "en-US");
    const said = [
      "Maple Valley Schools",
      "This certifies that",
      "Maya Torres",
      "MTSS Foundations",
      "November 2, 2026",
      "November 2, 2029",
      "Clock hours",
      certificate.publicId,
      "What it means",
      "not a state license",
      address,
    ];
    expect(said.map((part) => pdf.text.indexOf(part))).toEqual(said.map((part) => pdf.text.indexOf(part)).toSorted((a, b) => a - b));
    for (const part of said) expect(pdf.text).toContain(part);
    expect(pdf.structure.filter((tag) => /^H\d$/.test(tag))).toEqual(["H1", "H2"]);
    expect(pdf.structure.slice(-2)).toEqual(["Link", "Figure"]);
  });

  it("leads to the page where it is checked: as a link, and as a code that says so in words", async () => {
    const pdf = readPdf(await paper());
    expect(pdf.raw).toContain(`/URI (${address})`);
    expect([...pdf.objects.values()].find((body) => body.includes("/S /Figure"))).toContain(address);
    expect(readQr(modulesOn(pdf.drawn[0] ?? ""))).toBe(address);
  });

  it("is the same, byte for byte, on every day it is in force", async () => {
    const first = Buffer.from(await paper());
    expect(first.equals(await paper({}, { today: "2029-10-01" }))).toBe(true);
    expect(first.equals(await paper({ publicId: "0".repeat(32) }))).toBe(false);
  });

  it.each([
    ["revoked", { revokedOn: "2026-11-01" }, {}, "Revoked on November 1, 2026"],
    ["suspended", { suspendedOn: "2026-11-01" }, {}, "Suspended on November 1, 2026"],
    ["lapsed", {}, { today: "2031-01-01" }, "Lapsed: it was in force until November 2, 2029"],
  ] as const)("says first that it is %s", async (_, change, options, words) => {
    expect(readPdf(await paper(change, options)).text.trim()).toMatch(new RegExp(`^${words}`));
  });

  it("states hours where there are any: many a certificate rests on work alone", async () => {
    expect(readPdf(await paper({ clockHours: 0 })).text).not.toContain("Clock hours");
  });

  it("sends nobody to a page that its holder has turned off", async () => {
    const pdf = readPdf(await paper({ isWithheld: true }));
    expect(pdf.raw).not.toContain("/verify/");
    expect(pdf.structure).not.toContain("Figure");
    expect(pdf.text).toContain("turned off the public page");
  });

  it("speaks Spanish, and says that its title does not", async () => {
    const pdf = readPdf(await paper({}, { language: "es" }));
    expectAccessible(pdf, "es-US");
    expect(pdf.text).toContain("2 de noviembre de 2029");
    expect([...pdf.objects.values()].find((body) => body.includes("/S /H1"))).toContain("/Lang (en-US)");
  });

  it("keeps names in Greek, Cyrillic, Vietnamese and Hebrew letters, and an & in the district's", async () => {
    for (const holderName of ["Ελένη Παπαδοπούλου", "Олександра Ґалаґан", "Nguyễn Thị Ánh", "Łucja Şahinoğlu"])
      expect(readPdf(await paper({ holderName })).text).toContain(holderName);
    const hebrew = readPdf(await paper({ holderName: "שרה כהן" }));
    expect(meant(hebrew)).toEqual(["שרה כהן"]);
    const district = readPdf(await paper({ districtName: "Reed & <Sons>" }));
    expect(district.raw).toContain("<rdf:li>Reed &amp; &lt;Sons&gt;</rdf:li>");
  });

  it.each([
    ["Khmer", "សុភ័ក្ត្រ ស្រីមុំ", "NotoSansKhmer"],
    ["Arabic, with a nickname", "محمد عبد الله (Mo) الأحمد", "NotoSansArabic"],
    ["Chinese between Latin", "Mei-Ling 李英 O’Brien", "NotoSansSC"],
  ])("prints a name in %s in letters of its own, embedded, and says it as it is written", async (_, holderName, typeface) => {
    const pdf = readPdf(await paper({ holderName }));
    expectAccessible(pdf, "en-US");
    expect(pdf.text).not.toContain("letters that this document");
    expect(pdf.raw).toContain(typeface);
    expect(meant(pdf)).toContain(holderName);
  });

  it("reads further typefaces for a name that needs them alone, and only those", async () => {
    const { content: shipped, origin, today } = reader(certificate.staffId);
    const read: string[] = [];
    const content = { ...shipped, readFont: (name: string) => (read.push(name), shipped.readFont(name)) };
    const draw = (holderName: string) => certificatePaper({ content, origin, today, language: "en" }, { ...certificate, holderName }, "");
    await draw("Zoë Nguyễn-Ґалаґан");
    expect(read).toEqual(["DejaVuSans", "DejaVuSans-Bold"]);
    await draw("ธนาธิป");
    expect(read.slice(2)).toEqual(["DejaVuSans", "DejaVuSans-Bold", "noto-sans-thai"]);
  });

  it("leaves out what is no letter and no typeface has, as an emoji, and draws the rest of the name", async () => {
    const pdf = readPdf(await paper({ holderName: "Ana 👩🏽‍🏫 Lee 👍" }));
    expectAccessible(pdf, "en-US");
    expect(pdf.text).toMatch(/certifies that Ana\s+Lee\s+has met/);
  });

  it("says so where no typeface has a name's letters, and gives the name to whoever listens", async () => {
    const pdf = readPdf(await paper({ holderName: "𐎠𐎡𐎹" }));
    expectAccessible(pdf, "en-US");
    expect(pdf.text.replaceAll(/\s+/g, " ")).toContain("letters that this document");
    expect(meant(pdf)).toEqual(["𐎠𐎡𐎹"]);
  });

  it("is the same, byte for byte, with such a name too", async () => {
    const change = { holderName: "Dana שרה 김민준" };
    expect(Buffer.from(await paper(change)).equals(await paper(change))).toBe(true);
  });

  it("takes any name, and never draws an empty box", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), async (holderName) => {
        const pdf = readPdf(await paper({ holderName }));
        const at = pdf.text.indexOf("certifies that");
        expect(at).toBeGreaterThan(0);
        expect(pdf.text).not.toContain("\u0000");
        expect(pdf.objects.size).toBeGreaterThan(20);
      }),
      { numRuns: 8 },
    );
  });

  it("is there for whoever has it, and not for an id that is nobody's or another's", async () => {
    const file = await certificateFile(reader(certificate.staffId), certificate.staffId, certificate.id);
    expect(file).toMatchObject({ mediaType: "application/pdf", fileName: "certificate-2026-11-02.pdf" });
    await expect(certificateFile(reader(certificate.staffId), certificate.staffId, "crt_none")).rejects.toMatchObject({
      code: "not-found",
    });
    const { id } = await world.put(personOf("stf_other"));
    await expect(certificateFile(reader(id), id, certificate.id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a transcript", () => {
  it("lists what was completed and the certificates, with the hours of it all rounded down once", async () => {
    const bytes = (await transcriptFile(reader(certificate.staffId), certificate.staffId)).bytes as Uint8Array;
    const pdf = readPdf(bytes);
    expectAccessible(pdf, "en-US");
    expect(pdf.text).toContain("Maya Torres");
    expect(pdf.text).toContain("As of November 2, 2026");
    // The others are read and passed, with their practice still to come: that is not completed.
    expect(pdf.text).toContain("Module m01 October 1, 2026 40");
    expect(pdf.text).not.toContain("Module m02");
    expect(pdf.text).toContain("Clock hours in all: 0.5 (40 minutes)");
    expect(pdf.text).toContain("MTSS Foundations");
    expect(pdf.structure.filter((tag) => tag === "Table")).toHaveLength(4);
    expect(pdf.text).toContain("Module m01 Ethics and law Evidence; Culture of Collaborative Inquiry");
    expect(pdf.text).toContain("District clock hours from November 3, 2025 0.5 clock hours");
    expect(Buffer.from(bytes).equals((await transcriptFile(reader(certificate.staffId), certificate.staffId)).bytes as Uint8Array)).toBe(
      true,
    );
  });

  it("goes on over pages with its header on each, and rounds once", async () => {
    const { id } = await world.put(personOf("stf_many"));
    const one = learned(id, "m01", "2026-10-01T15:00:00.000Z", true);
    const all = Array.from({ length: 60 }, (_, i) => ({ ...one, moduleId: `own_${i}`, creditMinutes: 22 }));
    await world.enter(all);
    const pdf = readPdf((await transcriptFile(reader(id), id)).bytes as Uint8Array);
    expect(pdf.drawn.length).toBeGreaterThan(1);
    expect(pdf.text.match(/Module Completed on Minutes/g)).toHaveLength(pdf.drawn.length);
    expect(pdf.text).toContain("Clock hours in all: 22 (1,320 minutes)");
    expect(pdf.text).toContain("No certificate is issued yet.");
    expect(pdf.structure.filter((tag) => tag === "TH")).toHaveLength(3 + 61 + 3 + 1);
  });

  it("has names and titles in every script that a district's staff write, in its tables too", async () => {
    const { id } = await world.put(personOf("stf_khmer", { givenName: "ស្រីមុំ", familyName: "李英" }));
    const titles = "张伟 山田さくら 김민준 প্রিয়া गुरुप्रीत ਗੁਰਪ੍ਰੀਤ જ્યોત્સ્ના ଶ୍ରୀନିବାସ கோபால் శ్రీనివాస్ ಶ್ರೀಕೃಷ್ಣ ശ്രീകുമാർ ජයවර්ධන".split(" ");
    titles.push(..."ธนาธิป ຄໍາພູ အောင်ဆန်း ገብረ محمد שרה ᏣᎳᎩ བསྟན་འཛིན ܝܘܚܢܢ މުހައްމަދު 𞤀𞤣𞤤𞤢𞤥 ߒߞߏ".split(" "));
    const one = learned(id, "m01", "2026-10-01T15:00:00.000Z", true);
    await world.enter(titles.map((moduleId) => ({ ...one, moduleId })));
    const pdf = readPdf((await transcriptFile(reader(id), id)).bytes as Uint8Array);
    expectAccessible(pdf, "en-US");
    expect(pdf.text.replaceAll(" ", "")).toContain("李英");
    const typefaces = new Set(pdf.raw.match(/Noto(?:Sans|Serif)[A-Z][A-Za-z]+/g));
    // One for each script; a Chinese name and a Japanese one are set in different ones.
    expect(typefaces.size).toBeGreaterThanOrEqual(titles.length);
  });

  it("of someone who has completed nothing says so", async () => {
    const { id } = await world.put(personOf("stf_none"));
    expect(readPdf((await transcriptFile(reader(id), id)).bytes as Uint8Array).text).toContain("No module is completed yet.");
  });

  it("lists courses taken elsewhere, and how far each share of a cycle is that a purpose in use asks for", async () => {
    const terms = { ...shippedRule("ncsp")!.terms, isOffered: true, minimumMinutes: 0, verifiedOn: "2026-11-01" };
    const edition = { ruleId: "ncsp", edition: 2, terms, savedBy: "Sam", savedAt: "2026-11-01T12:00:00.000Z", reason: "In use." };
    const course = {
      title: "Ethics for schools",
      provider: "State University",
      completedOn: "2026-10-20",
      minutes: 90,
      topics: ["ethics" as const],
    };
    const outside = {
      ...course,
      id: "crd_1",
      staffId: certificate.staffId,
      staffName: "Maya",
      evidence: "A certificate.",
      submittedAt: "2026-10-21T12:00:00.000Z",
      reviews: [],
    };
    const writes = [creditRuleEditions.overwrite(edition), outsideCredits.overwrite({ ...outside, state: "approved" })];
    await world.table.write(writes.map((write) => write.operation(world.districtId)));
    const pdf = readPdf((await transcriptFile(reader(certificate.staffId), certificate.staffId)).bytes as Uint8Array);
    expectAccessible(pdf, "en-US");
    expect(pdf.text).toContain("Nationally Certified School Psychologist Ethics and law 2 of 3 CPD hours");
    expect(pdf.text).toContain("Nationally Certified School Psychologist Equity 0 of 3 CPD hours");
    expect(pdf.text).toContain("Ethics for schools State University October 20, 2026 90");
  });
});
