import type { ChangedFile } from '../../../change/change.js';
import type { Report, ReviewContext } from '../../check.js';
import { whoToAsk } from '../../who-to-ask.js';
import type { OffChange } from '../off-change/off-change.js';
import { nameFlags } from './name-flags.js';

/** The flag is asked for, or was, and something else changed too. `isPerhapsBehind`: all of the file may be behind the flag by what uses it. */
export function reportOffChange(
  { path }: ChangedFile,
  { at, sure, isOpened, isTaken, isAlike, decidesNothing }: OffChange,
  keys: readonly string[],
  context: ReviewContext,
  isPerhapsBehind: boolean,
): Report {
  const flags = nameFlags(keys);
  const place = { path, ...at };
  if (decidesNothing && !isPerhapsBehind) {
    const message = `${path} asks for the flag ${flags} here and does the same whether it is on or off, so everyone would see it at once. Leave what was there where the flag is off; ask ${whoToAsk(context)} if you are not sure how.`;
    return { ...place, message };
  }
  if (isOpened === true && !isPerhapsBehind) {
    const message = `What stood behind the flag ${flags} in ${path} is there without it now, so everyone would see it at once. Put the question for the flag back as it was; ask ${whoToAsk(context)} if you are not sure how.`;
    return { ...place, message };
  }
  if (sure.length > 0 && !isPerhapsBehind) {
    const message = `Here ${path} is not what it was for people who do not have the flag ${flags}: everyone would see it at once. Move it into the part that asks for the flag; ask ${whoToAsk(context)} if you are not sure how.`;
    return { ...place, message };
  }
  if (isTaken === true) {
    const message = `What everyone had in ${path} until now is behind the flag ${flags}: people who do not have the flag lose it at once, or get something else. If that is meant, ${whoToAsk(context)} confirms it in the pull request; if not, leave it as it was where the flag is off.`;
    return { ...place, message, undecided: true };
  }
  if (isAlike === true) {
    const message = `By its lines, all that changed in ${path} is behind the flag ${flags}; what its language makes of them is not read here. ${whoToAsk(context)} confirms it in the pull request.`;
    return { ...place, message, undecided: true };
  }
  const message = `${path} asks for the flag ${flags}, and nobody can tell here whether all that changed depends on it. ${whoToAsk(context)} confirms it in the pull request.`;
  return { ...place, message, undecided: true };
}

/** An icon in the list of icons is seen where somebody asks for it. */
export function reportNewEntries(
  { path }: ChangedFile,
  { at }: OffChange,
  keys: readonly string[],
  context: ReviewContext,
): Report {
  const place = { path, ...at };
  const message = `${path} has a new entry, and nobody can tell whether all that use it are behind the flag ${nameFlags(keys)}. ${whoToAsk(context)} confirms it in the pull request.`;
  return { ...place, message, undecided: true };
}
