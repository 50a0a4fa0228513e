import type { PlanStart } from './plan-start.js';

/** A feature folder that a plan may be for, with how many changed files lie in it. */
export interface FolderChoice {
  readonly folder: string;
  readonly changed: number;
  /** By its name a web server gives what lies in it to everybody, and so a plan too. */
  readonly isServed: boolean;
}

const served = /(?:^|\/)(?:public|static|www|wwwroot|webroot|htdocs|public_html)(?:\/|$)/i;

/**
 * The likeliest first: the one that the change is known to be for, then by how much of the change lies in each. What everybody can read over the web comes
 * last: a plan says more than users are to know, and counts for texts and pictures there from anywhere.
 */
export function folderChoices(
  folders: readonly string[],
  { folder: known, files }: Pick<PlanStart, 'folder' | 'files'>,
): readonly FolderChoice[] {
  const all = known === undefined || folders.includes(known) ? folders : [known, ...folders];
  const choices = all.map((folder) => ({
    folder,
    changed: files.filter((path) => path.startsWith(`${folder}/`)).length,
    isServed: served.test(folder),
  }));
  const isKnown = ({ folder }: FolderChoice): number => Number(folder === known);
  return choices.sort(
    (one, other) =>
      Number(one.isServed) - Number(other.isServed) || isKnown(other) - isKnown(one) || other.changed - one.changed,
  );
}
