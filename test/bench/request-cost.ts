import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { rounded, sideBySide } from "./figures.ts";

/** A page of the product as the bench asks for it. */
export type BenchPage = { name: string; path: string; cookie: string };

export type PageCost = { name: string; ratio: number; apiMs: number };

const warmUp = 30;
const rounds = 150;

/**
 * What a page costs: its API time over the time of the raw SDK calls it makes (p50, turn by turn, same process, same
 * store). The raw calls are recorded from one request and sent again as they were.
 */
export async function measurePage(options: {
  page: BenchPage;
  client: DynamoDBDocumentClient;
  fetch: (request: Request) => Response | Promise<Response>;
  origin: string;
}): Promise<PageCost> {
  const { page, client } = options;
  const ask = async (): Promise<void> => {
    const response = await options.fetch(new Request(options.origin + page.path, { headers: { cookie: page.cookie } }));
    if (response.status !== 200) throw new Error(`${page.path} answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  };
  for (let i = 0; i < warmUp; i++) await ask();
  const calls = await recordCalls(client, ask);
  const raw = async (): Promise<void> => {
    for (const together of calls) await Promise.all(together.map((command) => client.send(command)));
  };
  const { firstMs, secondMs } = await sideBySide(rounds, ask, raw);
  return { name: page.name, ratio: rounded(firstMs / secondMs), apiMs: rounded(firstMs) };
}

type Command = Parameters<DynamoDBDocumentClient["send"]>[0];

/** The calls that one piece of work makes, in groups that were under way together: the raw calls keep that freedom. */
async function recordCalls(client: DynamoDBDocumentClient, work: () => Promise<void>): Promise<Command[][]> {
  const groups: Command[][] = [];
  const send = client.send.bind(client);
  let underWay = 0;
  client.send = (async (command: Command) => {
    if (underWay === 0) groups.push([]);
    groups.at(-1)?.push(command);
    underWay++;
    try {
      return await send(command);
    } finally {
      underWay--;
    }
  }) as typeof client.send;
  try {
    await work();
  } finally {
    client.send = send;
  }
  return groups;
}
