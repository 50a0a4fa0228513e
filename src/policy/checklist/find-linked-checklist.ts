import { posix } from 'node:path';
import { foldersAround } from '../../text/path-names.js';
import type { PolicyProblem } from '../policy.js';
import type { Revision, RevisionFile } from '../revision.js';

/** As far as links are followed. */
const mostLinks = 5;

/**
 * A checklist that lies behind a link in the place of a folder (`.claude/skills` → `.agents/skills`): git has no file of that path, so it is not read, while its
 * team sees it there. None where no folder is a link, or no such file lies behind it. `files`
 * has those of the folders (`foldersAround`) that are links.
 */
export async function findLinkedChecklist(
  path: string,
  files: ReadonlyMap<string, RevisionFile>,
  revision: Pick<Revision, 'read'>,
): Promise<readonly PolicyProblem[]> {
  let place = path;
  let first: string | undefined;
  for (let links = 0; links < mostLinks; links += 1) {
    const folders = foldersAround(place);
    const found = links === 0 ? files : await revision.read(folders);
    const link = folders.find((each) => found.get(each)?.isLink === true);
    if (link === undefined) break;
    first ??= link;
    const to = new TextDecoder().decode(found.get(link)?.content);
    place = posix.join(posix.dirname(link), to, place.slice(link.length));
    if (posix.isAbsolute(to) || place.startsWith('../'))
      return [
        {
          severity: 'info',
          message: `${first} is a link that leads out of the repository, so nobody here can say whether a checklist lies there; the built-in one counts. If one does, ask an engineer to put the folder itself there.`,
          file: path,
          line: 1,
        },
      ];
  }
  if (first === undefined || !(await revision.read([place])).has(place)) return [];
  const message = `${first} is a link and not a folder of its own, so ${place} is not read: the built-in checklist counts and nothing that is written there. Ask an engineer to put the folder itself there.`;
  return [{ severity: 'error', shuts: false, message, file: path, line: 1 }];
}
