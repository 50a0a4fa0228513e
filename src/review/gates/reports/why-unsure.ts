import type { ChangedFile } from '../../../change/change.js';
import { isCode, isProgram, isTest } from '../code-text.js';
import type { OffChange } from '../off-change/off-change.js';
import { seenPlaces } from '../off-change/seen-places.js';
import type { RepositoryGate } from '../judge-use.js';
import { createNamesKey } from '../names-key.js';
import { showsMore } from '../rails/shows-more.js';
import { listsFlags } from './declares-flag-only.js';
import { isNamed, needsOwnGate } from './own-gate.js';

/** What it takes to know that everyone sees a change. */
export interface EvidenceSource {
  readonly keys: readonly string[];
  readonly gate: () => Promise<RepositoryGate>;
  readonly changes: readonly ChangedFile[];
}

/** Is it known that a program shows something to people, or does something for them, that it did not? */
export function isEvident({ sure, isOpened, decidesNothing }: OffChange): boolean {
  return sure.length > 0 || isOpened === true || decidesNothing === true;
}

/** Does another program of the change name the flag more often than before: has the question gone there? */
export async function isAskedAnew({ path }: ChangedFile, { gate, changes }: EvidenceSource): Promise<boolean> {
  const names = createNamesKey((await gate()).names.keys);
  const count = (text = ''): number => text.split('\n').filter(names).length;
  return changes.some(
    (each) =>
      each.path !== path &&
      isProgram(each.path) &&
      !isTest(each.path) &&
      !listsFlags.test(each.path) &&
      count(each.after?.text) > count(each.before?.text),
  );
}

/** Why it is not evident that everyone sees what changed in a file that does not ask for the flag; `undefined` where it is. */
export async function whyUnsure(
  file: ChangedFile,
  state: OffChange | undefined,
  { keys, gate, changes }: EvidenceSource,
): Promise<string | undefined> {
  const { path, before } = file;
  if (!needsOwnGate(path)) return 'what reads it is not followed';
  const { names, openWay, isOpen } = await gate();
  if (!isCode(path)) {
    const isStillNamed = (): boolean =>
      changes.some((each) => isProgram(each.path) && isNamed(each.after?.text ?? '', keys));
    const isSeen = (isNamed(before?.text ?? '', keys) && !isStillNamed()) || (showsMore(file) && (await isOpen(path)));
    return isSeen ? undefined : 'what uses it is not followed';
  }
  const places = before === undefined ? await seenPlaces(file, names) : (state?.sure ?? []);
  return places.length === 0 ? 'nothing that changed is seen for certain' : openWay(path, places);
}
