/** First letters of family names as they are written in Latin script: people are listed by them. */
const latin = Array.from("abcdefghijklmnopqrstuvwxyz0123456789àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßāăąćčďđēęěğīįıķļľłńņňőœřśşšťţūůűųźżžșțʻ’'");

/** Every list on which people stand by name: one for each first letter, and one for all names in other scripts. */
export const nameLists: readonly string[] = [...latin, "other"].map((letter) => `NAME#${letter}`);

/** The list on which a family name stands, or whatever begins with these letters of one. */
export function nameList(familyName: string): string {
  const [letter = ""] = familyName.toLowerCase();
  return `NAME#${latin.includes(letter) ? letter : "other"}`;
}

/** Where someone stands on their list: by family name, given name and id, whatever their case. */
export const nameKey = ({ familyName, givenName, id }: { familyName: string; givenName: string; id: string }): string =>
  `${familyName}#${givenName}#${id}`.toLowerCase();
