import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, intent } from "./api.ts";
import { intentKeys } from "./intents.ts";

type SendOptions<Input, Result> = {
  /** Sends it, passing on the options that carry the idempotency key: `client.api.x.$post({ json }, options)`. */
  send: (input: Input, options: ReturnType<typeof intent>) => Promise<Result>;
  /** What the change makes stale; refreshed on success. */
  refreshes?: QueryKey[];
  onDone?: (result: Result, input: Input) => void;
};

/**
 * One change that a person makes. Pressing the button again after a failure repeats the same intent with the same key,
 * so it happens once; a different input, or another file in it, is a new intent.
 */
export function useSend<Input, Result>({ send, refreshes = [], onDone }: SendOptions<Input, Result>) {
  const queries = useQueryClient();
  const [keys] = useState(intentKeys);
  const mutation = useMutation<Result, Error, Input>({
    mutationFn: (input) => send(input, intent(keys.keyFor(input))),
    onError: (error) => {
      // A refusal is an answer: the next press is a new try, and may get another one.
      if (error instanceof ApiProblem && !error.isTemporary) keys.answered();
    },
    onSuccess: async (result, input) => {
      keys.answered();
      onDone?.(result, input);
      await Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return {
    send: (input: Input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    isSending: mutation.isPending,
    isDone: mutation.isSuccess,
    result: mutation.data,
    error: mutation.error ?? undefined,
    reset: mutation.reset,
  };
}
