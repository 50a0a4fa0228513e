import type { ReviewContext } from '../check.js';
import type { KeyUse } from '../uses/text-uses.js';
import { isCode, isFrame } from './code-text.js';
import { isGatedByImporters, type Gate, type RepositoryImports } from './gated-by-importers.js';
import { isInFunction, isOffsetGated } from './is-offset-gated.js';
import type { FlagNames } from './flag-sense.js';
import { readScenes } from './read-scenes.js';

/** `open`: whoever comes there sees it, whether or not the flag is on. */
export type UseGate = 'behind' | 'open' | 'unclear';

export interface RepositoryGate extends Gate {
  readonly names: FlagNames;
  readonly imports: () => Promise<RepositoryImports>;
}

/** Is a place of the head that asks for a text reached only while the flag is on? */
export async function judgeUse(
  { path, at }: KeyUse,
  gate: RepositoryGate,
  { snapshot }: Pick<ReviewContext, 'snapshot'>,
): Promise<UseGate> {
  if (!isCode(path) || isFrame(path)) {
    // What of a template depends on the flag is not followed yet; who imports it is.
    if (!isCode(path) || gate.referringPaths.has(path)) return 'unclear';
    return (await isGatedByImporters(path, gate, await gate.imports())) ? 'behind' : 'open';
  }
  const text = (await snapshot.read('head', [path])).get(path)?.text ?? '';
  const read = await readScenes(path, text, gate.names);
  if (read === undefined) return 'unclear';
  if (isOffsetGated(read.program, at, read.scenes)) return 'behind';
  if (!gate.referringPaths.has(path) && (await isGatedByImporters(path, gate, await gate.imports()))) return 'behind';
  // A list of keys shows nothing by itself.
  return isInFunction(read.program, at) ? 'open' : 'unclear';
}
