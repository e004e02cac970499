/** The package ships no types; this is what is used of it. */
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: "truetype"; noHinting?: boolean; variationAxes?: Record<string, number> },
  ): Promise<Uint8Array>;
}
