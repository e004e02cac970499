import { ApiProblem } from "../app/api.ts";

/**
 * What the server answers; where no answer came because there is no connection, what was meant is kept on the device
 * instead and will be sent from there. Any other failure is the page's to show.
 */
export async function keptOffline<T>(pending: Promise<T>, keepIt: () => void): Promise<T | undefined> {
  try {
    return await pending;
  } catch (error) {
    if (!(error instanceof ApiProblem && error.isOffline)) throw error;
    keepIt();
    return undefined;
  }
}
