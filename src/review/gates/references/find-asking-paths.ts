import { isFrame } from '../code-text.js';
import type { FeatureCode } from '../feature-code.js';
import { createFileMemory } from '../file-memory.js';
import { findReferringPaths, toCamelCase } from './find-referring-paths.js';
import { readScenes } from '../read-scenes.js';

/**
 * The paths that refer to one of the flags, without those that do nothing but read its value, or ask whether it is off: a variant or an object is
 * something whether the flag is on or not.
 */
export async function findAskingPaths(
  code: FeatureCode,
  keys: readonly string[],
  remember = createFileMemory(),
): Promise<ReadonlySet<string>> {
  const names = { keys: new Set(keys.flatMap((key) => [key, toCamelCase(key)])), answers: new Set<string>() };
  const found = new Set(await findReferringPaths(code, keys, remember));
  for (const path of found) {
    const read = isFrame(path) ? undefined : await readScenes(path, code.get(path) as string, names, remember);
    if (read?.scenes.asks === false && read.scenes.misread) found.delete(path);
  }
  return found;
}
