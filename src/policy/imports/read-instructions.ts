import { posix } from 'node:path';
import type { DiskCache } from '../../git/disk-cache.js';
import { decodeFile } from './decode-file.js';
import type { LinkEnd } from './follow-link.js';
import { mayImport } from './may-import.js';
import type { ReadFile } from './read-with-imports.js';
import type { Zone } from '../policy.js';
import type { Revision, RevisionFile } from '../revision.js';
import { defaultSettings } from '../settings/default-settings.js';

/** 512 KB: larger instructions would take minutes to parse. */
const largestZoneFile = 512 * 1024;

/**
 * Reads one file of instructions with what it imports, or what it leads to where it is a link (`end`). One that cannot be read closes all, and
 * says so.
 */
export async function readInstructions(
  path: string,
  found: RevisionFile,
  end: LinkEnd | undefined,
  revision: Revision,
  cache: DiskCache,
): Promise<ReadFile> {
  const { oid, bytes } = end?.file ?? found;
  if (found.isLink === true && end === undefined) return alone(closedZone(path, 'is a link and not a file of its own'));
  const text = decodeFile(end?.file ?? found);
  if (text === undefined) return alone(closedZone(path, 'is not text in UTF-8, or is too large to read'));
  if (end !== undefined && bytes <= largestZoneFile) return readLinked(path, end, revision, cache);
  // Without one of these no heading is a PM zone's or looks like one, and the file need not be parsed.
  const hasZone = /zone|zona|bereich|PMs|&#|[\u0370-\u04ff\uff00-\uffef\u{1d400}-\u{1d7ff}]/iu.test(text);
  if (!hasZone && !mayImport(text)) return alone(undefined);
  if (bytes > largestZoneFile)
    return alone(hasZone ? closedZone(path, `is larger than ${largestZoneFile / 1024} KB`) : undefined);
  const parse = async (): Promise<{ zone: Zone | undefined; imports: readonly string[] }> => {
    // A zone is parsed once for each blob: most runs need none of these.
    const [{ parseMarkdown }, { readZone }, { findImports }] = await Promise.all([
      import('../../parsers/parse-markdown.js'),
      import('../zone-section/read-zone.js'),
      import('./find-imports.js'),
    ]);
    const markdown = parseMarkdown(text);
    if ('refused' in markdown) return { zone: hasZone ? closedZone(path, markdown.refused) : undefined, imports: [] };
    const imports = findImports(markdown.root).map((each) => each.path);
    return { zone: readZone({ path, text }, markdown.root), imports };
  };
  const { zone, imports } = await (oid === undefined ? parse() : cache.getOrCompute('policy', `${oid}-${path}`, parse));
  if (imports.length === 0) return alone(zone);
  const { readWithImports } = await import('./read-with-imports.js');
  return readWithImports({ path, text, oid, imports }, revision, cache);
}

function alone(zone: Zone | undefined): ReadFile {
  return { zone, sources: [] };
}

/** What a link leads to is read as if the policy file imported it, and steers as what is imported does, with every link on the way. */
async function readLinked(
  path: string,
  { path: to, file: { oid }, by }: LinkEnd,
  revision: Revision,
  cache: DiskCache,
): Promise<ReadFile> {
  const { readWithImports } = await import('./read-with-imports.js');
  const written = posix.relative(posix.dirname(path), to);
  const main = { path, text: `@${written}\n`, oid: oid && `link to ${to}`, imports: [written] };
  const { zone, sources } = await readWithImports(main, revision, cache);
  return { zone, sources: [...sources, ...by] };
}

/** A policy file that cannot be read opens nothing, and says so. */
function closedZone(file: string, why: string): Zone {
  const message = `${file} ${why}, so nobody can say what PMs may change. Ask an engineer to fix it.`;
  return {
    file,
    line: 1,
    rules: [],
    prose: [],
    roster: undefined,
    settings: defaultSettings,
    problems: [{ severity: 'error', message, file, line: 1 }],
  };
}
