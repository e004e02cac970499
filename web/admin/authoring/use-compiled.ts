import { useEffect, useRef, useState } from "react";
import type { CompiledPreview, SourceFiles } from "../../../functions/curriculum/contract.ts";
import type { ModuleAnswers, ModuleContent } from "../../../functions/curriculum/content.ts";
import { ApiProblem } from "../../app/api.ts";
import { useOnline } from "../../app/use-online.ts";
import { compile } from "./queries.ts";

const pauseMs = 400;

/** What a text makes: its problems, and the last module that it made without a mistake. */
export type Compiled = {
  problems: CompiledPreview["problems"] | undefined;
  module: ModuleContent | undefined;
  answers: ModuleAnswers | undefined;
  /** The module is that of an earlier text, because this one has mistakes. */
  isOld: boolean;
  /** It was typed since; the answer is on its way. */
  isBehind: boolean;
  error: Error | undefined;
};

type Outcome = { of: SourceFiles; preview: CompiledPreview } | { of: SourceFiles; error: Error };

/** Compiles files as they are typed, 0.4 seconds after the last letter. An answer to an older text is dropped. */
export function useCompiled(moduleId: string, files: SourceFiles | undefined): Compiled {
  const [outcome, setOutcome] = useState<Outcome>();
  const [good, setGood] = useState<Pick<CompiledPreview, "module" | "answers">>({});
  const isOnline = useOnline();
  const isFirst = useRef(true);
  useEffect(() => {
    if (!files) return;
    let isWanted = true;
    const ask = async () => {
      try {
        if (!isOnline) throw new ApiProblem(0, { code: "offline" });
        const preview = await compile(moduleId, files);
        if (!isWanted) return;
        setOutcome({ of: files, preview });
        if (preview.module) setGood(preview);
      } catch (error) {
        if (isWanted) setOutcome({ of: files, error: error as Error });
      }
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : pauseMs);
    isFirst.current = false;
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [moduleId, files, isOnline]);
  const preview = outcome && "preview" in outcome ? outcome.preview : undefined;
  return {
    problems: preview?.problems,
    module: good.module,
    answers: good.answers,
    isOld: preview !== undefined && preview.module === undefined,
    isBehind: outcome?.of !== files,
    error: outcome && "error" in outcome ? outcome.error : undefined,
  };
}
