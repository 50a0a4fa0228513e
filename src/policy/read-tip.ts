import { posix } from 'node:path';
import type { DiskCache } from '../git/disk-cache.js';
import { defaultSettings } from './settings/default-settings.js';
import { lazyCodeowners } from './narrow-policy.js';
import { largestCodeowners } from './codeowners/parse-codeowners.js';
import { mayImport } from './imports/may-import.js';
import type { PolicyTip, PolicyProblem, Zone } from './policy.js';
import type { Revision, RevisionFile } from './revision.js';
import { readFromRoot } from './zone-section/read-from-root.js';

/** Where the PM-zone section is looked for, in this order (design §3). */
export const zoneFiles = ['CLAUDE.md', '.claude/CLAUDE.md', 'AGENTS.md'] as const;
export type ZoneFile = (typeof zoneFiles)[number];
export const codeownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;
export const skillFile = '.claude/skills/pm-pr-review/SKILL.md';

/** 512 KB: larger instructions would take minutes to parse. */
const largestZoneFile = 512 * 1024;

/**
 * Reads the policy as one revision has it; rejects only with what `revision.read` rejects with. `places` are where the zone is looked for:
 * what is left out of them can still be imported.
 */
export async function readTip(
  revision: Revision,
  cache: DiskCache,
  places: readonly ZoneFile[] = zoneFiles,
): Promise<PolicyTip> {
  const files = await revision.read([...places, ...codeownersFiles, skillFile]);
  const owners = codeownersFiles.find((path) => files.has(path));
  const list = files.get(skillFile);
  const skill = list?.isLink === true ? undefined : decode(list);
  const codeowners =
    owners === undefined ? undefined : lazyCodeowners({ path: owners, text: ownersText(files.get(owners)) });
  const written = await firstZone(files, revision, cache);
  const zone = written && (await readFromRoot(written, () => revision.listRoot()));
  const unknown = [
    ...(owners === undefined ? [] : unknownOwners(owners, files.get(owners))),
    ...(list === undefined || skill !== undefined ? [] : [unknownChecklist(list)]),
  ];
  return {
    ref: revision.ref,
    commit: revision.commit,
    zone: unknown.length > 0 && zone ? { ...zone, problems: [...zone.problems, ...unknown] } : zone,
    codeowners,
    skill: skill === undefined ? undefined : { path: skillFile, text: skill },
  };
}

/** UTF-8 with its BOM kept; `undefined` for anything else and for what was not read. */
function decode(found: RevisionFile | undefined): string | undefined {
  try {
    return found?.content && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found.content);
  } catch {
    return undefined;
  }
}

/**
 * CODEOWNERS with what is not UTF-8 in it still locks by its other lines. One that is too large is passed on by its size alone: the
 * parser says what that means.
 */
function ownersText(found: RevisionFile | undefined): string {
  return found?.content === undefined
    ? '\n'.repeat(largestCodeowners + 1)
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(found.content);
}

/**
 * In UTF-16, or through a link, no line of CODEOWNERS can be read: who owns what is then unknown, which does not mean that nobody does.
 */
function unknownOwners(file: string, found: RevisionFile | undefined): readonly PolicyProblem[] {
  const [why, fix] =
    found?.isLink === true
      ? ['is a link and not a file of its own', 'put the file itself there']
      : ['is not text in UTF-8', 'save it as UTF-8'];
  if (found?.isLink !== true && found?.content?.includes(0) !== true) return [];
  const message = `${file} ${why}, so nobody can say what other teams own. Ask an engineer to ${fix}.`;
  return [{ severity: 'error', message, file, line: 1 }];
}

/** A checklist that cannot be read asks for nothing of what its team believes to be asked. */
function unknownChecklist({ isLink }: RevisionFile): PolicyProblem {
  const why = isLink === true ? 'is a link and not a file of its own' : 'is not text in UTF-8, or is too large to read';
  const message = `${skillFile} ${why}, so the built-in checklist counts and nothing that is written there. Ask an engineer to fix it.`;
  return { severity: 'error', shuts: false, message, file: skillFile, line: 1 };
}

async function firstZone(
  files: ReadonlyMap<string, RevisionFile>,
  revision: Revision,
  cache: DiskCache,
): Promise<Zone | undefined> {
  const zones: Zone[] = [];
  for (const path of zoneFiles) {
    const found = files.get(path);
    const place = found?.isLink === true ? targetOf(path, found) : path;
    if (zones.some(({ sources }) => sources?.includes(place))) continue;
    if (found === undefined || leadsToAnother(path, files)) continue;
    const zone = await zoneOf(path, found, revision, cache);
    if (zone !== undefined) zones.push(zone);
  }
  const first = zones.find(({ line }) => line > 0) ?? zones[0];
  // A heading that only looks like the zone's is never a reason to read the next file.
  const others = zones.filter((zone) => zone !== first);
  const misplaced = others.flatMap((zone) =>
    zone.line === 0 ? zone.problems : secondZone(zone, first as Zone, files),
  );
  return first === undefined || misplaced.length === 0
    ? first
    : { ...first, problems: [...first.problems, ...misplaced] };
}

/** Two files with a zone: one of them says what nobody reads. Copies of one text are none. */
function secondZone(zone: Zone, first: Zone, files: ReadonlyMap<string, RevisionFile>): readonly PolicyProblem[] {
  const [one, other] = [zone, first].map(({ file }) => decode(files.get(file)));
  if (one === other) return [];
  const message = `The PM zone in ${zone.file} is not read, since ${first.file} has the one that counts. Ask an engineer to keep one of the two.`;
  return [{ severity: 'warning', message, file: zone.file, line: zone.line }];
}

/** A link to other instructions, which are read themselves: `CLAUDE.md` often leads to `AGENTS.md`. */
function leadsToAnother(path: string, files: ReadonlyMap<string, RevisionFile>): boolean {
  const found = files.get(path);
  if (found?.isLink !== true) return false;
  const target = targetOf(path, found);
  return zoneFiles.some((each) => each === target && files.has(each) && files.get(each)?.isLink !== true);
}

/** Where a link leads, from the root; `../` or `/` begins what lies outside of the repository. */
export function targetOf(path: string, link: RevisionFile): string {
  return posix.normalize(`${path.slice(0, path.lastIndexOf('/') + 1)}${decode(link) ?? ''}`);
}

async function zoneOf(
  path: string,
  found: RevisionFile,
  revision: Revision,
  cache: DiskCache,
): Promise<Zone | undefined> {
  const { oid, bytes } = found;
  if (found.isLink === true) return closedZone(path, 'is a link and not a file of its own');
  const text = decode(found);
  if (text === undefined) return closedZone(path, 'is not text in UTF-8, or is too large to read');
  // Without one of these no heading is a PM zone's or looks like one, and the file need not be parsed.
  const hasZone = /zone|zona|bereich|PMs|&#|[\u0370-\u04ff\uff00-\uffef\u{1d400}-\u{1d7ff}]/iu.test(text);
  if (!hasZone && !mayImport(text)) return undefined;
  if (bytes > largestZoneFile)
    return hasZone ? closedZone(path, `is larger than ${largestZoneFile / 1024} KB`) : undefined;
  const parse = async (): Promise<{ zone: Zone | undefined; imports: readonly string[] }> => {
    // A zone is parsed once for each blob: most runs need none of these.
    const [{ parseMarkdown }, { readZone }, { findImports }] = await Promise.all([
      import('../parsers/parse-markdown.js'),
      import('./zone-section/read-zone.js'),
      import('./imports/find-imports.js'),
    ]);
    const markdown = parseMarkdown(text);
    if ('refused' in markdown) return { zone: hasZone ? closedZone(path, markdown.refused) : undefined, imports: [] };
    const imports = findImports(markdown.root).map((each) => each.path);
    return { zone: readZone({ path, text }, markdown.root), imports };
  };
  const { zone, imports } = await (oid === undefined ? parse() : cache.getOrCompute('policy', `${oid}-${path}`, parse));
  if (imports.length === 0) return zone;
  const { readWithImports } = await import('./imports/read-with-imports.js');
  return readWithImports({ path, text, oid, imports }, revision, cache);
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
