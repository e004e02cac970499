import { Stack, type StackProps } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { acknowledge } from "../constructs/acknowledge.ts";
import { Alarms, type Trouble } from "../constructs/alarms.ts";
import type { StageConfig } from "../stages.ts";

type Props = StackProps & {
  stage: StageConfig;
  troubles: Trouble[];
  /** What the dashboard draws, by title. */
  graphs: { title: string; metrics: IMetric[] }[];
};

/** Watches what the other stacks own: alarms that name their page in the runbook, one dashboard, one budget. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { stage, troubles, graphs, ...props }: Props) {
    super(scope, id, props);
    const topic = new Topic(this, "Alarms", { displayName: `Throughline ${stage.name}`, enforceSSL: true });
    if (stage.operatorEmail !== undefined) {
      topic.addSubscription(new EmailSubscription(stage.operatorEmail));
      acknowledge(
        topic,
        "The one subscription is a mailbox; a queue of alarms that could not be mailed would be read by no one.",
        "Serverless-SNSRedrivePolicy",
      );
    }
    const { all } = new Alarms(this, "Trouble", { troubles, topic });
    const dashboard = new Dashboard(this, "Dashboard", { dashboardName: `throughline-${stage.name}` });
    dashboard.addWidgets(new AlarmStatusWidget({ alarms: all, title: "In order, or not", width: 24, height: 4 }));
    dashboard.addWidgets(...graphs.map(({ title, metrics }) => new GraphWidget({ title, left: metrics, width: 12 })));
    new CfnBudget(this, "Budget", {
      budget: { budgetType: "COST", timeUnit: "MONTHLY", budgetLimit: { amount: stage.monthlyBudgetUsd, unit: "USD" } },
      ...(stage.operatorEmail !== undefined && {
        notificationsWithSubscribers: [
          {
            notification: {
              notificationType: "FORECASTED",
              comparisonOperator: "GREATER_THAN",
              threshold: 100,
              thresholdType: "PERCENTAGE",
            },
            subscribers: [{ subscriptionType: "EMAIL", address: stage.operatorEmail }],
          },
        ],
      }),
    });
  }
}
