import { GitError, toPlainLine, withoutLevel } from '../git/git-error.js';

/** Why nothing was done. */
export type RefusalCode =
  | 'nothing-to-do'
  | 'busy'
  | 'under-way'
  | 'interrupted'
  | 'no-branch'
  | 'no-such-change'
  | 'exists'
  | 'in-the-way'
  | 'changed-meanwhile'
  | 'too-large'
  | 'conflict'
  | 'shared'
  | 'hook'
  | 'cleared'
  | 'disk-full'
  | 'in-use'
  | 'sign-in'
  | 'not-reached'
  | 'timed-out'
  | 'branch-gone'
  | 'git';

/** Nothing was done, and everything is as it was, but for what an `interrupted` one says. `sentence` says what happened and what to do next; `paths` are those it is about. */
export interface Refusal {
  readonly done: false;
  readonly reason: RefusalCode;
  readonly sentence: string;
  readonly paths: readonly string[];
}

/** What an operation did, said in `sentence`, or why it did nothing. */
export type OperationOutcome<T = unknown> = ({ readonly done: true; readonly sentence: string } & T) | Refusal;

/** Ends an operation from within; `transact` rolls everything back and returns the refusal. */
export class OperationError extends Error {
  constructor(
    readonly reason: RefusalCode,
    readonly sentence: string,
    readonly paths: readonly string[] = [],
  ) {
    super(sentence);
    this.name = 'OperationError';
  }
}

/** The refusal that an error of an operation, of git or of the disk amounts to; `undefined` for an error in our own code. */
export function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof OperationError) return refusal(error.reason, error.sentence, error.paths.map(toPlainLine));
  if (error instanceof GitError) return refusal('git', error.sentence);
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusal('disk-full', full);
  return refusal('in-use', inUse((error as Error).message));
}

/** The refusal where not everything could be put back: of how things stand it says nothing that the other one says. */
export function toHalfway({ reason, paths }: Refusal): Refusal {
  const why =
    reason === 'disk-full'
      ? 'The disk is full: make some space.'
      : reason === 'in-use'
        ? 'A file could not be read or written: close programs that have it open.'
        : 'This step failed halfway: look at your files.';
  const sentence = `${why} Not everything could be put back yet; it will be before the next step.`;
  return { done: false, reason: 'interrupted', sentence, paths };
}

/** The result of `act`, with errors of git and the disk as a refusal; an error in our own code is thrown. */
export async function attempt<T>(act: () => Promise<OperationOutcome<T>>): Promise<OperationOutcome<T>> {
  try {
    return await act();
  } catch (error) {
    const refusal = toRefusal(error);
    if (!refusal) throw error;
    return refusal;
  }
}

/** What git wrote to standard error, as the end of an operation. */
export function toOperationError(said: string): OperationError {
  if (isDiskFull(said)) return new OperationError('disk-full', full);
  const [denied] = /^.*(?:: (?:Permission denied|Read-only file system)$|insufficient permission)/m.exec(said) ?? [];
  if (denied !== undefined) return new OperationError('in-use', `${inUse(withoutLevel(denied))} ${whoMayWrite}`);
  if (/\.lock': File exists|Unable to create '.*\.lock'/.test(said)) return new OperationError('busy', busyMessage);
  if (/from promisor remote|lazy fetching disabled/.test(said)) return new OperationError('git', notFetched);
  if (missing.test(said)) return new OperationError('cleared', clearedMessage);
  const line = said.split('\n').find((each) => /^(?:fatal|error):/.test(each)) ?? said.split('\n', 1)[0];
  return new OperationError(
    'git',
    `Git could not do this and said: ${toPlainLine(withoutLevel(line as string))} Everything is as it was.`,
  );
}

/** Whether git says that the disk is full. Where it says only that it could not write, and no other reason, that is why. */
export function isDiskFull(said: string): boolean {
  const failed =
    /^(?:fatal|error): (?:unable to write file (?!.*: [A-Z])|.*couldn't write '.*\.lock'$|failed to write new configuration file (?!.*: [A-Z]))/m;
  return /No space left on device|Disk quota exceeded|Out of diskspace/i.test(said) || failed.test(said);
}

/** What git says of contents and commits that are not there, or go while they are written. */
const missing =
  /^(?!.*\bconfig\b).*\b(?:missing|bad|invalid|nonexistent|not a valid|(?:unable to|could not|cannot) (?:read|find|get|create|write|parse)).*(?:\b(?:object|blob|tree|commit|pack|temporary file|sha1|oid|[0-9a-f]{40,64})\b|objects\/)/im;

const clearedMessage =
  'Something that git has to keep was not there any more, so nothing was changed. Another program may be clearing up in this repository ("git gc"): wait until it is done, then try again. If that does not help, ask your engineering DRI.';

/** The message while another git holds the repository. */
export const busyMessage =
  'Another program is working in this repository with git just now. Wait until it is done, then try again.';

function inUse(said: string): string {
  return `A file could not be read or written (${toPlainLine(said)}). Close programs that have it open, then try again.`;
}

const whoMayWrite = 'If that does not help, ask your engineering DRI who may write to it.';

const notFetched =
  'This clone was made without all that the files said (git clone --filter), and a part of it is needed now. Fetch the rest in a terminal (git fetch --refetch --no-filter), or ask your engineering DRI to, then try again.';

const full = 'The disk is full, so nothing was changed. Make some space, then try again.';

/** Names of files may have signs that no sentence has. */
function refusal(reason: RefusalCode, sentence: string, paths: readonly string[] = []): Refusal {
  return { done: false, reason, sentence: sentence.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '), paths };
}
