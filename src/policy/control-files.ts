import type { Policy } from './policy.js';
import { codeownersFiles, skillFile, zoneFiles } from './read-tip.js';

/** Every path that a policy is read from, whether or not something is there: its own files, what they import, CODEOWNERS and the skill file. */
export function controlFilesOf({ tips }: Pick<Policy, 'tips'>): readonly string[] {
  const imported = tips.flatMap(({ zone }) => zone?.sources ?? []);
  return [...new Set([...zoneFiles, ...codeownersFiles, skillFile, ...imported])];
}
