import { rounded } from "./figures.ts";

const clients = 16;
const seconds = 8;

/** Requests answered per second by a local server, asked by 16 clients at once for eight seconds after a warm-up of one. */
export async function measureThroughput(ask: (client: number, turn: number) => Promise<Response>): Promise<number> {
  let answered = 0;
  const startedAt = performance.now();
  const until = startedAt + (seconds + 1) * 1000;
  const work = async (client: number): Promise<void> => {
    for (let turn = 0; performance.now() < until; turn++) {
      const response = await ask(client, turn);
      if (response.status !== 200) throw new Error(`a request was answered ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
      const now = performance.now();
      if (now > startedAt + 1000 && now < until) answered++;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return rounded(answered / seconds);
}
