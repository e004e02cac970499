import type { BadgeSigner } from "../platform/context.ts";

/** The client is loaded with the first badge. */
async function loadLambda() {
  const { InvokeCommand, LambdaClient } = await import("@aws-sdk/client-lambda");
  return { InvokeCommand, client: new LambdaClient({}) };
}

let loading: ReturnType<typeof loadLambda> | undefined;

/** Has badges signed by the one function that may use the keys, and waits for it: what fails there fails here. */
export function remoteBadgeSigner(functionName: string | undefined): BadgeSigner {
  return async ({ district, requestId }, publicId) => {
    if (functionName === undefined) throw new Error("this function has no badges signed");
    const { client, InvokeCommand } = await (loading ??= loadLambda());
    const payload = { districtId: district.id, publicId, requestId };
    const { FunctionError, StatusCode } = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: new TextEncoder().encode(JSON.stringify(payload)) }),
    );
    if (FunctionError !== undefined || StatusCode !== 200)
      throw new Error(`the badge ${publicId} could not be signed: ${FunctionError ?? StatusCode}`);
  };
}
