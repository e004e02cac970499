import * as z from "zod";

/** What a module or a course is about, in the words in which those who renew licenses ask for a share of it. */
export const LearningTopic = z.enum([
  "behavioralHealth",
  "dataUse",
  "equity",
  "ethics",
  "languageLearners",
  "leadership",
  "literacy",
  "pedagogy",
  "specialEducation",
  "subjectContent",
  "technology",
]);
export type LearningTopic = z.infer<typeof LearningTopic>;

/** The names of Learning Forward's Standards for Professional Learning (2022), which states' forms ask an activity to name. */
export const standardNames = {
  equityPractices: "Equity Practices",
  curriculumAssessmentInstruction: "Curriculum, Assessment, and Instruction",
  professionalExpertise: "Professional Expertise",
  equityDrivers: "Equity Drivers",
  evidence: "Evidence",
  learningDesigns: "Learning Designs",
  implementation: "Implementation",
  equityFoundations: "Equity Foundations",
  collaborativeInquiry: "Culture of Collaborative Inquiry",
  leadership: "Leadership",
  resources: "Resources",
} as const;
export const LearningStandard = z.enum(Object.keys(standardNames) as (keyof typeof standardNames)[]);
export type LearningStandard = z.infer<typeof LearningStandard>;
