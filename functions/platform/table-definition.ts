/**
 * The one definition of the table, read by CDK and by local start. Keys are two strings; three sparse indexes are
 * overloaded: index 1 for work queues, 2 for relations, 3 for system queues.
 */
export const tableDefinition = {
  partitionKey: "PK",
  sortKey: "SK",
  timeToLive: "ttl",
  indexes: [
    { name: "index1", partitionKey: "P1", sortKey: "S1" },
    { name: "index2", partitionKey: "P2", sortKey: "S2" },
    { name: "index3", partitionKey: "P3", sortKey: "S3" },
  ],
} as const;

export type IndexName = (typeof tableDefinition.indexes)[number]["name"];

/** The sort key of long work, by which the work function knows its changes from all others. */
export const taskPlace = "TASK";
