import { posix } from 'node:path';
import type { Revision, RevisionFile } from '../revision.js';

/** Where a link of the policy ends. */
export interface LinkEnd {
  /** From the root. */
  readonly path: string;
  readonly file: RevisionFile;
  /** The links on the way there, without the first. */
  readonly by: readonly string[];
}

/** As far as imports are followed. */
const mostLinks = 5;

/** A document whose path is what an import could name as it is: links are read as imports are. */
const document = /^[\w.-]+(?:\/[\w.-]+)*\.md$/iu;

/**
 * The document of the same revision that a link leads to, itself or by way of others; `undefined` where it leads out of the repository, to
 * what is no document, to nothing, or in a circle. A link in the place of a folder leads nowhere.
 */
export async function followLink(
  from: string,
  link: RevisionFile,
  revision: Pick<Revision, 'read'>,
): Promise<LinkEnd | undefined> {
  const way = [from];
  let found = link;
  for (let links = 0; links < mostLinks; links += 1) {
    const path = targetOf(way.at(-1) as string, found);
    if (path.startsWith('../') || !document.test(path) || way.includes(path)) return undefined;
    const next = (await revision.read([path])).get(path);
    if (next === undefined) return undefined;
    if (next.isLink !== true) return { path, file: next, by: way.slice(1) };
    way.push(path);
    found = next;
  }
  return undefined;
}

/** Where a link leads, from the root; `../` or `/` begins what lies outside of the repository. */
function targetOf(path: string, { content }: RevisionFile): string {
  const written = new TextDecoder().decode(content);
  return posix.isAbsolute(written) ? written : posix.join(posix.dirname(path), written);
}
