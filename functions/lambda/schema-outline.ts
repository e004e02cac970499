/** As much of a JSON schema as the API's description uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

/**
 * A schema as people read it: a line for each field with its type, `?` after one that may be left out, fields of fields
 * indented. `named` finds a schema that another names; one that contains itself ends with its name.
 */
export function outlineOf(schema: Schema, named: (name: string) => Schema | undefined = () => undefined): string {
  const write = (one: Schema, indent: string, within: readonly string[]): string => {
    if (one.$ref !== undefined) {
      const name = one.$ref.split("/").at(-1) ?? "";
      const target = named(name);
      return target && !within.includes(name) ? write(target, indent, [...within, name]) : name;
    }
    if (one.const !== undefined) return JSON.stringify(one.const);
    if (one.enum) return one.enum.map((value) => JSON.stringify(value)).join(" | ");
    const several = one.anyOf ?? one.oneOf;
    if (several) return several.map((part) => write(part, indent, within)).join(" | ");
    if (one.allOf) return one.allOf.map((part) => write(part, indent, within)).join(" & ");
    if (one.items) {
      const items = write(one.items, indent, within);
      return items.includes(" | ") && !items.startsWith("{") ? `(${items})[]` : `${items}[]`;
    }
    if (one.properties && Object.keys(one.properties).length > 0) {
      const deeper = `${indent}  `;
      const lines = Object.entries(one.properties).map(
        ([name, field]) => `${deeper}${name}${one.required?.includes(name) ? "" : "?"}: ${write(field, deeper, within)}\n`,
      );
      return `{\n${lines.join("")}${indent}}`;
    }
    if (typeof one.additionalProperties === "object") return `{ any name: ${write(one.additionalProperties, indent, within)} }`;
    return simpleType(one);
  };
  return write(schema, "", []);
}

function simpleType({ type, format }: Schema): string {
  if (Array.isArray(type)) return type.join(" | ");
  if (type === "string" && format !== undefined) return format;
  return type ?? "anything";
}
