import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createApp } from "./app.ts";
import { secretsFrom } from "./secrets.ts";
import { servicesFrom } from "./services.ts";

let composed: ReturnType<typeof handle> | undefined;

/** The API as Lambda runs it. */
export const handler = (event: LambdaEvent, context: LambdaContext) =>
  (composed ??= handle(createApp(servicesFrom(process.env), secretsFrom(process.env))))(event, context);
