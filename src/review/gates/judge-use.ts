import type { ReviewContext } from '../check.js';
import type { KeyUse } from '../uses/text-uses.js';
import { isCode, isFrame } from './code-text.js';
import type { FlagNames } from './flag-sense.js';
import { isGatedByImporters, type Gate, type ReachedBy, type RepositoryImports } from './gated-by-importers.js';
import { isOffsetGated } from './is-offset-gated.js';
import type { Region } from './gated-regions.js';
import type { OpenWay } from './open-way/create-open-ways.js';
import { createNamesKey } from './names-key.js';
import { isIn, newConditions } from './opened/new-conditions.js';
import { readScenes, type ReadScenes } from './read-scenes.js';
import { readTextRegions } from './regions/read-text-regions.js';

/** `open`: whoever comes there sees it, whether or not the flag is on. */
export type UseGate = 'behind' | 'open' | 'unclear';

export interface RepositoryGate extends Gate {
  /** How many programs that hold the flag's name were not looked at. */
  readonly left: number;
  readonly names: FlagNames;
  readonly imports: () => Promise<RepositoryImports>;
  /** Does everyone come to this program, which is no JavaScript? False where nobody can tell. */
  readonly isOpen: (path: string) => Promise<boolean>;
  /** Why it is not evident that everyone comes to a place of a JavaScript program. */
  readonly openWay: OpenWay;
  /** Is it a part of a component that is drawn only where the flag is on? False where nobody can tell. */
  readonly isBehind: (path: string) => Promise<boolean>;
}

/** Is a place of the head that asks for a text reached only while the flag is on? */
export async function judgeUse(
  { path, at }: KeyUse,
  gate: RepositoryGate,
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<UseGate> {
  const text = (await snapshot.read('head', [path])).get(path)?.text ?? '';
  if (!isCode(path) || isFrame(path)) {
    const { on, off } = gate.remember(path, text, 'regions', () => readTextRegions(path, text, gate.names.keys));
    const holds = ([from, to]: Region): boolean => from <= at && at < to;
    if (on.some(holds) && !off.some(holds)) return 'behind';
    if (await gate.isBehind(path)) return 'behind';
    // Who uses what is neither JavaScript nor of Rails is not followed; in a frame, other ways to ask are not.
    if (!isCode(path)) return (await gate.isOpen(path)) ? 'open' : 'unclear';
    if (gate.referringPaths.has(path)) return 'unclear';
    const reached = await reachedBy(path, text, gate);
    return reached === 'flag' ? 'behind' : 'unclear';
  }
  const read = await readScenes(path, text, gate.names, gate.remember);
  if (read === undefined) return 'unclear';
  if (isOffsetGated(read.names, at, read.scenes)) return 'behind';
  const reached = gate.referringPaths.has(path) ? 'others' : await reachedBy(path, text, gate);
  if (reached !== 'others') return reached === 'flag' ? 'behind' : 'unclear';
  // Beside a question that is understood everyone sees it, unless it stands under another one.
  const isBeside = read.scenes.gated.length > 0 && !isIn(otherConditions(read, text, gate), at);
  return isBeside || (await gate.openWay(path, [at])) === undefined ? 'open' : 'unclear';
}

function otherConditions({ program, scenes }: ReadScenes, now: string, { names }: RepositoryGate): readonly Region[] {
  return newConditions(program, { before: '', now, isOfFlag: createNamesKey(names.keys) }, scenes.sense);
}

/** Asked once of a program, however many texts it shows. */
function reachedBy(path: string, text: string, gate: RepositoryGate): Promise<ReachedBy> {
  return gate.remember(path, text, 'importers', async () => isGatedByImporters(path, gate, await gate.imports()));
}
