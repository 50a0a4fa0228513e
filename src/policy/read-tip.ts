import type { Memory } from '../repository/memory.js';
import { defaultSettings } from './settings.js';
import { refuseText } from './refuse-text.js';
import { parseCodeowners } from './parse-codeowners.js';
import { readZone } from './read-zone.js';
import type { PolicyFile, PolicyTip, Zone } from './policy.js';

/** One file of a revision; without `text` where it is too large or not UTF-8. `oid` is `undefined` in the working copy. */
export interface RevisionFile {
  readonly oid: string | undefined;
  readonly bytes: number;
  readonly text: string | undefined;
}

/** A commit or the working copy, as the policy reads it. A symbolic link counts as absent. */
export interface Revision {
  readonly ref: string;
  readonly commit: string | undefined;
  read(paths: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>>;
}

/** Where the PM-zone section is looked for, in this order (design §3). */
export const zoneFiles = ['CLAUDE.md', '.claude/CLAUDE.md', 'AGENTS.md'] as const;
const codeownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;
const skillFile = '.claude/skills/pm-pr-review/SKILL.md';

/** Larger instructions are nobody's to read, and would take minutes to parse: 512 KB. */
const largestZoneFile = 512 * 1024;

/** GitHub ignores a CODEOWNERS file over 3 MB (its documentation, "CODEOWNERS file size"). */
const largestCodeowners = 3 * 1024 * 1024;

/** Reads the policy as one revision has it; rejects only with what `revision.read` rejects with. */
export async function readTip(revision: Revision, memory: Pick<Memory, 'remember'>): Promise<PolicyTip> {
  const files = await revision.read([...zoneFiles, ...codeownersFiles, skillFile]);
  const owners = codeownersFiles.flatMap((path) => file(path, files.get(path)) ?? [])[0];
  const skill = files.get(skillFile);
  return {
    ref: revision.ref,
    commit: revision.commit,
    zone: await firstZone(files, memory),
    codeowners: owners === undefined ? undefined : parseCodeowners(owners),
    skill: skill?.text === undefined ? undefined : { path: skillFile, text: skill.text },
  };
}

function file(path: string, found: RevisionFile | undefined): PolicyFile | undefined {
  if (found === undefined) return undefined;
  // A text over the limit is passed on by its size alone: the parser says what that means.
  return { path, text: found.text ?? '\n'.repeat(found.bytes > largestCodeowners ? largestCodeowners + 1 : 0) };
}

async function firstZone(
  files: ReadonlyMap<string, RevisionFile>,
  memory: Pick<Memory, 'remember'>,
): Promise<Zone | undefined> {
  for (const path of zoneFiles) {
    const found = files.get(path);
    if (found === undefined) continue;
    const zone = await zoneOf(path, found, memory);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

async function zoneOf(
  path: string,
  { oid, bytes, text }: RevisionFile,
  memory: Pick<Memory, 'remember'>,
): Promise<Zone | undefined> {
  if (text === undefined) return closedZone(path, 'is not text in UTF-8, or is too large to read');
  // A heading's words may be marked up; everything else cannot be a PM-zone section, and need not be parsed.
  if (!/PM(?:[^a-z0-9]|&#?[a-z0-9]+;)+zone|PMs(?:[^a-z0-9]|&#?[a-z0-9]+;)+can/i.test(text)) return undefined;
  if (bytes > largestZoneFile) return closedZone(path, `is larger than ${largestZoneFile / 1024} KB`);
  const refused = refuseText(text);
  if (refused !== undefined) return closedZone(path, refused);
  const parse = async (): Promise<Zone | undefined> => {
    const { parseMarkdown } = await import('../parsers/markdown.js');
    return readZone({ path, text }, parseMarkdown(text));
  };
  return oid === undefined
    ? parse()
    : (await memory.remember('zone', `${oid}-${path}`, async () => ({ zone: await parse() }))).zone;
}

/** A policy file that cannot be read opens nothing, and says so. */
function closedZone(file: string, why: string): Zone {
  const message = `${file} ${why}, so nobody can say what PMs may change. Ask engineering to mend it.`;
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
