import * as z from "zod";

const path = z.string().min(1);

/**
 * What every function needs from its environment. Exactly one of each pair is set: the first when deployed, the second
 * when everything runs on one machine.
 */
export const ServicesEnv = z
  .object({
    TABLE_NAME: z.string().min(3),
    /** The address people use, without a trailing slash. */
    ORIGIN: z.url().refine((origin) => !origin.endsWith("/"), "must not end with a slash"),
    /** Where the compiled content lies. */
    CONTENT_FOLDER: path,
    FILES_BUCKET: z.string().min(3).optional(),
    FILES_FOLDER: path.optional(),
    /** Where badges' keys lie; absent where nothing is signed. */
    SIGNING_KEYS_FOLDER: path.optional(),
    /** The function that signs badges, for those that call it. */
    SIGNING_FUNCTION: z.string().min(1).optional(),
    /** An embedded or local database; absent for DynamoDB itself. */
    DYNAMODB_ENDPOINT: z.url().optional(),
  })
  .refine(
    (env) => (env.FILES_BUCKET === undefined) !== (env.FILES_FOLDER === undefined),
    "set FILES_BUCKET or FILES_FOLDER, one of the two",
  );

/** What the functions that send mail need besides. */
export const MailEnv = z
  .object({
    /** The verified sender, as `Throughline <learning@district.example>`. */
    MAIL_FROM: z.string().min(3).optional(),
    MAIL_FOLDER: path.optional(),
  })
  .refine((env) => (env.MAIL_FROM === undefined) !== (env.MAIL_FOLDER === undefined), "set MAIL_FROM or MAIL_FOLDER, one of the two");

type Deployed<Env, Needed extends keyof Env> = { [Name in Needed]: string };

/** What a deployed function must be given; a stack that leaves one out does not compile. */
export type DeployedServicesEnv = Deployed<z.infer<typeof ServicesEnv>, "TABLE_NAME" | "ORIGIN" | "CONTENT_FOLDER" | "FILES_BUCKET">;
export type DeployedMailEnv = Deployed<z.infer<typeof MailEnv>, "MAIL_FROM">;

/** Reads what a schema names; otherwise says which variables are wrong, never what they hold. */
export function readEnv<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.infer<Schema> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path: [name], message }) => (name === undefined ? message : `${String(name)}: ${message}`));
  throw new Error(`The environment of this function is not complete. ${faults.join("; ")}`);
}
