import type { PlanStart } from './plan-start.js';

/** A feature folder that a plan may be for, with how many changed files lie in it. */
export interface FolderChoice {
  readonly folder: string;
  readonly changed: number;
}

/** The likeliest first: the one that the change is known to be for, then by how much of the change lies in each. */
export function folderChoices(
  folders: readonly string[],
  { folder: known, files }: Pick<PlanStart, 'folder' | 'files'>,
): readonly FolderChoice[] {
  const all = known === undefined || folders.includes(known) ? folders : [known, ...folders];
  const choices = all.map((folder) => ({
    folder,
    changed: files.filter((path) => path.startsWith(`${folder}/`)).length,
  }));
  const isKnown = ({ folder }: FolderChoice): number => Number(folder === known);
  return choices.sort((one, other) => isKnown(other) - isKnown(one) || other.changed - one.changed);
}
