import type { DiskCache } from '../git/disk-cache.js';
import { foldersAround } from '../text/path-names.js';
import { findLinkedChecklist } from './checklist/find-linked-checklist.js';
import { followLink } from './imports/follow-link.js';
import { decodeFile } from './imports/decode-file.js';
import { lazyCodeowners } from './narrow-policy.js';
import { largestCodeowners } from './codeowners/parse-codeowners.js';
import type { PolicyTip, PolicyProblem, Zone } from './policy.js';
import type { Revision, RevisionFile } from './revision.js';
import { readInstructions } from './imports/read-instructions.js';
import { readFromRoot } from './zone-section/read-from-root.js';

export { decodeFile } from './imports/decode-file.js';
export { followLink } from './imports/follow-link.js';

/** Where the PM-zone section is looked for, in this order (design §3). */
export const zoneFiles = ['CLAUDE.md', '.claude/CLAUDE.md', 'AGENTS.md'] as const;
export type ZoneFile = (typeof zoneFiles)[number];
export const codeownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;
export const skillFile = '.claude/skills/pm-pr-review/SKILL.md';

/**
 * Reads the policy as one revision has it; rejects only with what `revision.read` rejects with. `places` are where the zone is looked for:
 * what is left out of them can still be imported.
 */
export async function readTip(
  revision: Revision,
  cache: DiskCache,
  places: readonly ZoneFile[] = zoneFiles,
): Promise<PolicyTip> {
  const files = await revision.read([...places, ...codeownersFiles, ...foldersAround(skillFile), skillFile]);
  const owners = codeownersFiles.find((path) => files.has(path));
  const list = files.get(skillFile);
  const skill = list?.isLink === true ? undefined : decodeFile(list);
  const codeowners =
    owners === undefined ? undefined : lazyCodeowners({ path: owners, text: ownersText(files.get(owners)) });
  const written = await firstZone(files, revision, cache);
  const zone = written && (await readFromRoot(written, () => revision.listRoot()));
  const unknown = [
    ...(owners === undefined ? [] : unknownOwners(owners, files.get(owners))),
    ...(list === undefined || skill !== undefined ? [] : [unknownChecklist(list)]),
    ...(list === undefined && zone !== undefined ? await findLinkedChecklist(skillFile, files, revision) : []),
  ];
  return {
    ref: revision.ref,
    commit: revision.commit,
    zone: unknown.length > 0 && zone ? { ...zone, problems: [...zone.problems, ...unknown] } : zone,
    codeowners,
    skill: skill === undefined ? undefined : { path: skillFile, text: skill },
  };
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
  const steering = new Set<string>();
  for (const path of zoneFiles) {
    const found = files.get(path);
    if (found === undefined) continue;
    const end = found.isLink === true ? await followLink(path, found, revision) : undefined;
    // `CLAUDE.md` often leads to `AGENTS.md`, which is read itself.
    if (end !== undefined && isPlainZoneFile(end.path, files)) continue;
    if (zones.some(({ sources }) => sources?.includes(end?.path ?? path))) continue;
    const { zone, sources } = await readInstructions(path, found, end, revision, cache);
    for (const source of sources) steering.add(source);
    if (zone !== undefined) zones.push(sources.length === 0 ? zone : { ...zone, sources });
  }
  const first = zones.find(({ line }) => line > 0) ?? zones[0];
  // A heading that only looks like the zone's is never a reason to read the next file.
  const others = zones.filter((zone) => zone !== first);
  const misplaced = others.flatMap((zone) =>
    zone.line === 0 ? zone.problems : secondZone(zone, first as Zone, files),
  );
  return (
    first && {
      ...first,
      ...(misplaced.length > 0 && { problems: [...first.problems, ...misplaced] }),
      // What instructions without a zone import is where one could be written, before the one that counts.
      ...(steering.size > 0 && { sources: [...steering] }),
    }
  );
}

/** Two files with a zone: one of them says what nobody reads. Copies of one text are none. */
function secondZone(zone: Zone, first: Zone, files: ReadonlyMap<string, RevisionFile>): readonly PolicyProblem[] {
  const [one, other] = [zone, first].map(({ file }) => decodeFile(files.get(file)));
  if (one === other) return [];
  const message = `The PM zone in ${zone.file} is not read, since ${first.file} has the one that counts. Ask an engineer to keep one of the two.`;
  return [{ severity: 'warning', message, file: zone.file, line: zone.line }];
}

function isPlainZoneFile(path: string, files: ReadonlyMap<string, RevisionFile>): boolean {
  return zoneFiles.some((each) => each === path) && files.has(path) && files.get(path)?.isLink !== true;
}
