import type { CommitResult } from './commit-reviewed.js';
import type { OperationOutcome } from './operation-outcome.js';

/** What one of several commits of one step came to, with what a hook changed in those before it: nobody is told of these otherwise. */
export function withEarlierCommit(
  made: OperationOutcome<CommitResult>,
  earlier: OperationOutcome<CommitResult> | undefined,
): OperationOutcome<CommitResult> {
  if (earlier?.done !== true || earlier.changedByHook.length === 0) return made;
  const sentence = `${earlier.sentence} ${made.sentence}`;
  return made.done
    ? { ...made, sentence, changedByHook: [...new Set([...earlier.changedByHook, ...made.changedByHook])] }
    : { ...made, sentence };
}
