import type { Revision, RevisionFile } from '../../policy/revision.js';
import { zoneFiles } from '../../policy/read-tip.js';
import type { ProposedFile } from '../proposed-file.js';

/** Where the PM-zone section goes, or why it goes nowhere. */
export type PolicyFilePlace =
  { readonly path: string; readonly before: string | undefined } | { readonly trouble: string };

/** Larger instructions are not read. */
const largest = 400 * 1024;

/**
 * The file that instructions stand in: the first that is there and no link; a link to another of them leads there. Where there is none, a new
 * CLAUDE.md.
 */
export async function findPolicyFile(revision: Revision): Promise<PolicyFilePlace> {
  const files = await revision.read(zoneFiles);
  const path = zoneFiles.find((each) => files.get(each)?.isLink !== true && files.has(each));
  const link = zoneFiles.find((each) => files.get(each)?.isLink === true);
  if (path === undefined && link !== undefined)
    return { trouble: `${link} is a link. Put the file itself there, then run this again.` };
  if (path === undefined) return { path: zoneFiles[0], before: undefined };
  const before = decode(files.get(path) as RevisionFile);
  return before === undefined
    ? { trouble: `${path} is not text in UTF-8, or is too large to read. Mend that, then run this again.` }
    : { path, before };
}

function decode({ content, bytes }: RevisionFile): string | undefined {
  try {
    if (content === undefined || bytes > largest) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The same file with the section at its end, in its own line ends; nothing before it changes. */
export function addSection(
  { path, before }: { path: string; before: string | undefined },
  section: string,
): ProposedFile {
  if (before === undefined || before.trim() === '')
    return { path, before, after: `${before ?? ''}${section.replace(/^## /u, '# ')}` };
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before.endsWith('\n') ? end : end + end;
  return { path, before, after: `${before}${gap}${section.replaceAll('\n', end)}` };
}
