import { posix } from 'node:path';
import type { Revision, RevisionFile } from '../../policy/revision.js';
import { decodeFile, followLink, zoneFiles } from '../../policy/read-tip.js';
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
 * The file that instructions stand in: the first that is there and no link; a link to another of them leads there, and so does one to a file
 * of their names elsewhere. Where there is none, a new CLAUDE.md. A link to instructions of another name gives way to a file that imports them.
 */
export async function findPolicyFile(revision: Pick<Revision, 'read'>): Promise<PolicyFilePlace> {
  const files = await revision.read(zoneFiles);
  const path = zoneFiles.find((each) => files.get(each)?.isLink !== true && files.has(each));
  const link = zoneFiles.find((each) => files.get(each)?.isLink === true);
  if (path === undefined && link !== undefined) return placeByLink(link, files.get(link) as RevisionFile, revision);
  return path === undefined
    ? { path: zoneFiles[0], before: undefined }
    : placeIn(path, files.get(path) as RevisionFile);
}

function placeIn(path: string, file: RevisionFile): PolicyFilePlace {
  const before = decode(file);
  return before === undefined
    ? { trouble: `${path} is not text in UTF-8, or is too large to read. Mend that, then run this again.` }
    : { path, before };
}

async function placeByLink(
  path: string,
  link: RevisionFile,
  revision: Pick<Revision, 'read'>,
): Promise<PolicyFilePlace> {
  const end = await followLink(path, link, revision);
  if (end === undefined)
    return {
      trouble: `${path} is a link to no document of this repository. Put the file itself there, then run this again.`,
    };
  return zoneFiles.some((each) => posix.basename(each) === posix.basename(end.path))
    ? placeIn(end.path, end.file)
    : { path, before: decode(link), instead: `@${posix.relative(posix.dirname(path), end.path)}\n` };
}

function decode(file: RevisionFile): string | undefined {
  return file.bytes > largest ? undefined : decodeFile(file);
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
