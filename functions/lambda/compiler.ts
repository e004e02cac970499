import type { ModuleCompiler } from "../platform/context.ts";

/** The content compiler, loaded when an administrator first needs it: learners' requests never pay for it. */
export const compileModule: ModuleCompiler = async (files, known) => {
  const { compileOneModule } = await import("../../content/compile/compile-one.ts");
  return compileOneModule(files, known);
};
