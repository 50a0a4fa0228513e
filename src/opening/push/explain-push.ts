import type { WorkGitResult } from '../../git/work-git.js';
import { toPlainLine } from '../../git/git-error.js';
import { OpeningError } from '../opening-error.js';
import type { OpeningFace } from '../opening-face.js';
import { findPushTrouble } from './push-troubles.js';

/** A push that failed, by what git said of it in the C locale: in one or two sentences what happened, why, what to do, and the way that helps. */
export function explainPush(
  { said, output }: Pick<WorkGitResult, 'said'> & Partial<WorkGitResult>,
  branch: string,
  face: OpeningFace,
): OpeningError {
  const all = `${output?.toString('utf8') ?? ''}\n${said}`;
  const { why, way, isHeard = false } = findPushTrouble(all);
  const heard = isHeard ? quote(said, all) : undefined;
  const sentence = `Your change (${toPlainLine(branch)}) could not be shared: ${why(face)}`;
  return new OpeningError(heard === undefined ? sentence : `${sentence} It said: ${heard}`, undefined, way, heard);
}

/** What git says of itself, and how VS Code’s git classes an error: nothing that helps. */
const isNoWord =
  /^(?:error: failed to push|To |hint:|! \[(?:remote )?rejected\] |Failed to execute git$|[A-Z][a-z]+[A-Z][A-Za-z]*$)/;

/** The first lines of what was said, or else the server's reason in brackets, on one line, without what an address may hold of a password. */
function quote(said: string, all: string): string | undefined {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^remote:\s?/, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !isNoWord.test(line));
  const words = lines
    .slice(0, 4)
    .join(' ')
    .replace(/:\/\/[^\s@/]*@/g, '://');
  const heard = words === '' ? /\[remote rejected\] (?:\S{1,300} -> \S{1,300} )?\((.{1,200})\)/.exec(all)?.[1] : words;
  return heard === undefined ? undefined : toPlainLine(heard);
}
