import type { LearningTopic } from "../../functions/curriculum/alignment-contract.ts";
import { creditWords } from "../strings/en-credit.ts";

/** What something is about, by the names that readers know. */
export const aboutOf = (topics: readonly LearningTopic[]): string => topics.map((topic) => creditWords.topics[topic]).join(" / ");
