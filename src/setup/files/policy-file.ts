import type { Revision, RevisionFile } from '../../policy/revision.js';
import { targetOf, zoneFiles } from '../../policy/read-tip.js';
import type { ProposedFile } from '../proposed-file.js';

/** Where the PM-zone section goes, or why it goes nowhere. */
export type PolicyFilePlace =
  | {
      readonly path: string;
      /** Of a link, where it leads. */
      readonly before: string | undefined;
      /** What stands in place of a link, above the section. */
      readonly instead?: string;
    }
  | { readonly trouble: string };

/** Larger instructions are not read. */
const largest = 400 * 1024;

/**
 * The file that instructions stand in: the first that is there and no link; a link to another of them leads there. Where there is none, a new
 * CLAUDE.md. Since no link of the policy is followed, one to other instructions of the repository gives way to a file that imports them.
 */
export async function findPolicyFile(revision: Pick<Revision, 'read' | 'readPlain'>): Promise<PolicyFilePlace> {
  const files = await revision.read(zoneFiles);
  const path = zoneFiles.find((each) => files.get(each)?.isLink !== true && files.has(each));
  const link = zoneFiles.find((each) => files.get(each)?.isLink === true);
  if (path === undefined && link !== undefined) return replaceLink(link, files.get(link) as RevisionFile, revision);
  if (path === undefined) return { path: zoneFiles[0], before: undefined };
  const before = decode(files.get(path) as RevisionFile);
  return before === undefined
    ? { trouble: `${path} is not text in UTF-8, or is too large to read. Mend that, then run this again.` }
    : { path, before };
}

async function replaceLink(
  path: string,
  link: RevisionFile,
  revision: Pick<Revision, 'readPlain'>,
): Promise<PolicyFilePlace> {
  const before = decode(link) ?? '';
  const target = targetOf(path, link);
  // An import ends at a space, and is of documents alone.
  const canImport = /^[\w./-]+\.md$/u.test(before) && !/^(?:\.\.)?\//u.test(target);
  return canImport && (await revision.readPlain([target])).has(target)
    ? { path, before, instead: `@${before}\n` }
    : { trouble: `${path} is a link. Put the file itself there, then run this again.` };
}

function decode({ content, bytes }: RevisionFile): string | undefined {
  try {
    if (content === undefined || bytes > largest) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The same file with the section at its end, in its own line ends; nothing before it changes, unless it was a link. */
export function addSection(
  { path, before, instead }: Exclude<PolicyFilePlace, { readonly trouble: string }>,
  section: string,
): ProposedFile {
  if (instead !== undefined) return { path, before, after: `${instead}\n${section}` };
  if (before === undefined || before.trim() === '')
    return { path, before, after: `${before ?? ''}${section.replace(/^## /u, '# ')}` };
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before.endsWith('\n') ? end : end + end;
  return { path, before, after: `${before}${gap}${section.replaceAll('\n', end)}` };
}
