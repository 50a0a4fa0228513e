import type { SensitiveFolder } from './surfaces/find-sensitive-folders.js';

/** Lines of CODEOWNERS that make the host ask `owners` for what a policy closes, and for the policy itself. */
export function writeBackingLines(
  globs: readonly Pick<SensitiveFolder, 'glob'>[],
  policyFiles: readonly string[],
  owners: readonly string[],
): readonly string[] {
  const patterns = [...globs.map(({ glob }) => toPattern(glob)), ...policyFiles.map((path) => `/${path}`)];
  return [...new Set(patterns)].map((pattern) => `${pattern} ${owners.join(' ')}`);
}

/** A glob of the zone in the dialect of CODEOWNERS: a folder is named with a slash behind it, and the root with one before. */
export function toPattern(glob: string): string {
  const folder = glob.replace(/\/\*\*$/u, '/');
  return folder.startsWith('**/') ? folder : `/${folder}`;
}
