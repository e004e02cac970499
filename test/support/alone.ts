/**
 * Tests that need a process to themselves: they change it (its environment, its clock, its globals), work it hard, or leave it while
 * something still loads. All others share a few, so that what they import is loaded once and not in each file.
 */
export const alone = [
  "test/{access,check,e2e,faults,infra,lambda}/**/*.test.ts",
  "test/**/*.test.tsx",
  "test/badges/others.test.ts",
  "test/platform/{reaction,table-faults}.test.ts",
  "test/web/{draft-keeper,outbox-runner,words}.test.ts",
];
