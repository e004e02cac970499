import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { buildAll } from "./build.ts";
import { addInstallation } from "./stacks/installation.ts";
import { stages } from "./stages.ts";

// What is deployed is built here, so that no one can deploy yesterday's. Progress goes to stderr; stdout belongs to the CDK.
await buildAll((line) => process.stderr.write(`${line}\n`));

const app = new App();
for (const stage of stages) addInstallation(app, stage);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
app.synth();
