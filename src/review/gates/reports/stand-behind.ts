import type { ChangedFile } from '../../../change/change.js';
import { isCode } from '../code-text.js';
import { findEntries, type FeatureCode } from '../feature-code.js';
import { createFileMemory } from '../file-memory.js';
import type { FlagNames } from '../flag-sense.js';
import { isGatedByImporters, type Gate, type RepositoryImports } from '../gated-by-importers.js';
import { findAskingPaths } from '../references/find-asking-paths.js';
import { belongsToFeature, isNamed, needsOwnGate } from './own-gate.js';

/** The programs of a feature folder, and which of them refer to the flag. */
export interface Feature extends Gate {
  /** Does one of its entries ask for the flag? */
  readonly asks: boolean;
}

/** Looks which programs of a feature folder refer to the flag; `''` is the repository's own folder. */
export async function describeFeature(
  code: FeatureCode,
  folder: string,
  keys: readonly string[],
  readNames: () => Promise<FlagNames>,
): Promise<Feature> {
  const remember = createFileMemory();
  const referring = await findAskingPaths(code, keys, remember);
  const entries = folder === '' ? [...code.keys()] : findEntries(code, folder);
  return {
    code,
    referringPaths: referring,
    keys,
    readNames,
    remember,
    asks: entries.some((path) => referring.has(path)),
  };
}

/** Is a file reached only where the flag is asked for, does it name the flag itself, or neither? */
export type Behind = 'gated' | 'named' | 'perhaps' | 'open';

/** Where a file stands by the programs of one feature folder. */
export async function standBehind(
  { path, after }: ChangedFile,
  feature: Feature,
  imports: () => Promise<RepositoryImports>,
): Promise<Behind> {
  if (!needsOwnGate(path)) return feature.asks && belongsToFeature(path) ? 'gated' : 'open';
  const text = after?.text ?? '';
  if (!isCode(path)) return isNamed(text, feature.keys) ? 'named' : 'open';
  // What is called a test is not among the feature's programs, and there may be more of these than are read.
  const names =
    feature.referringPaths.has(path) ||
    (!feature.code.has(path) && (await findAskingPaths(new Map([[path, text]]), feature.keys)).has(path));
  if (names) return 'named';
  const reached = await isGatedByImporters(path, feature, await imports());
  return reached === 'others' ? 'open' : reached === 'flag' ? 'gated' : 'perhaps';
}
