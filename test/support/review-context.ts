import { createHash } from 'node:crypto';

import type {
  Change,
  ChangedFile,
  ChangeKind,
  Commit,
  FileVersion,
  LineRange,
  RepositorySnapshot,
} from '../../src/change/change.js';
import type { LinkedPlan } from '../../src/planning/linked-plan.js';
import type { PlanningDoc } from '../../src/planning/planning-doc.js';
import type { Asking, Judgement, Policy, PolicyTip, RosterRow, ZoneSettings, Zone } from '../../src/policy/policy.js';
import type { Moment, ReviewContext } from '../../src/review/check.js';
import type { FlagChange } from '../../src/flags/flag-change.js';
import { once } from '../../src/git/once.js';
import { createWordsJudge } from '../../src/review/gates/likely-words/words-judge.js';
import { findPlacesOfOldWords } from '../../src/review/find-places-of-old-words.js';
import { findTextUses } from '../../src/review/uses/find-text-uses.js';
import { readFlagChange } from '../../src/flags/read-flag-change.js';

/** The repository on one side, path by path; a version instead of a text for what has none. */
export type SideFiles = Readonly<Record<string, string | FileVersion>>;

export interface ReviewContextParts {
  readonly base?: SideFiles;
  readonly head?: SideFiles;
  readonly settings?: Partial<ZoneSettings>;
  readonly zone?: Partial<Zone>;
  /** Replaces the base tip's parts. */
  readonly tip?: Partial<PolicyTip>;
  readonly policy?: Policy;
  /** A roster row is enough for a pilot PM; a whole `Asking` replaces it. */
  readonly row?: Partial<RosterRow>;
  readonly asking?: Asking;
  readonly moment?: Moment;
  readonly kind?: ChangeKind;
  readonly merging?: boolean;
  readonly commits?: readonly Commit[];
  /** What differs from the default judgement (`editable`, no conditions), by path. */
  readonly judgements?: Readonly<Record<string, Partial<Judgement>>>;
  /** Pairs of a removed and an added path. */
  readonly renames?: Readonly<Record<string, string>>;
  readonly doc?: Partial<PlanningDoc>;
  readonly plan?: Partial<LinkedPlan>;
  /** Replaces what is read from the flag files of `base` and `head`. */
  readonly flags?: FlagChange;
  /** Texts of blobs by id, beside those of `base` and `head`. */
  readonly blobs?: Readonly<Record<string, string>>;
}

/** The context of a check under test: all that is not given is as in a change without faults. */
export function createReviewContext(parts: ReviewContextParts = {}): ReviewContext {
  const base = versions(parts.base ?? {});
  const head = versions(parts.head ?? {});
  const change: Change = {
    kind: parts.kind ?? 'range',
    base: { ref: 'origin/main', commit: 'b'.repeat(40) },
    head: { ref: 'HEAD', commit: parts.kind === 'staged' || parts.kind === 'worktree' ? undefined : 'c'.repeat(40) },
    files: changedFiles(base, head, parts.renames ?? {}),
    commits: parts.commits ?? [],
    merging: parts.merging ?? false,
  };
  const snapshot = createSnapshot(base, head, parts.blobs ?? {});
  const policy = parts.policy ?? policyOf(parts);
  const asking = parts.asking ?? pilotPm(parts.row);
  const judgements = new Map(change.files.map(({ path }) => [path, judgementOf(parts.judgements?.[path])]));
  const plan = linkedPlan(parts.doc, parts.plan);
  const flags = parts.flags ? Promise.resolve(parts.flags) : readFlagChange({ policy, change, snapshot: snapshot });
  return {
    moment: parts.moment ?? 'push',
    policy,
    asking,
    change,
    snapshot: snapshot,
    judgements,
    flags: () => flags,
    texts: once(() => findTextUses({ change, snapshot })),
    words: createWordsJudge({ change, snapshot, policy }),
    placesOfOldWords: once(() => findPlacesOfOldWords({ change, snapshot })),
    plan: () => Promise.resolve(plan),
  };
}

/** A row of the roster: Maya, who owns `src/features/home` and the flag `new-home`. */
export function createRosterRow(part: Partial<RosterRow> = {}): RosterRow {
  return {
    pm: 'Maya',
    handles: ['@maya'],
    emails: ['maya@example.com'],
    featureFolders: ['src/features/home'],
    flags: ['new-home'],
    reviewers: ['@org/home'],
    engineeringDris: ['@erin'],
    productDris: ['@paul'],
    line: 20,
    ...part,
  };
}

export function createSettings(part: Partial<ZoneSettings> = {}): ZoneSettings {
  return {
    controls: 'standard',
    sizeLimit: { files: 15, lines: 400 },
    designSystem: [],
    flagFiles: ['**/flags.{yaml,yml,json}'],
    protectedData: [],
    planningDocs: ['**/PLANNING.md'],
    auditLog: [],
    ...part,
  };
}

/** A commit by Maya with nothing in it but what is said. */
export function createCommit(part: Partial<Commit> = {}): Commit {
  const maya = { name: 'Maya', email: 'maya@example.com' };
  return {
    oid: 'c'.repeat(40),
    parents: ['b'.repeat(40)],
    author: maya,
    committer: maya,
    subject: 'Change',
    trailers: [],
    files: [],
    ...part,
  };
}

export function createPlanningDoc(part: Partial<PlanningDoc> = {}): PlanningDoc {
  return {
    title: 'PLANNING: New home',
    fields: [],
    sections: [],
    status: 'Approved',
    level: 'feature',
    flags: ['new-home'],
    featureFolder: 'src/features/home',
    productDris: ['@paul'],
    engineeringDris: ['@erin'],
    ...part,
  };
}

/** What stands at a line of a text: for asserting that a finding stands where it should. */
export function lineAt(text: string, line: number): string {
  return text.split(/\r\n|\r|\n/)[line - 1] ?? '';
}

function pilotPm(part: Partial<RosterRow> | undefined): Asking {
  const row = createRosterRow(part);
  return { kind: 'pilot-pm', names: [...row.emails, ...row.handles], rows: [row] };
}

function policyOf(parts: ReviewContextParts): Policy {
  const zone: Zone = {
    file: 'CLAUDE.md',
    line: 1,
    rules: [],
    prose: [],
    roster: [createRosterRow(parts.row)],
    problems: [],
    ...parts.zone,
    settings: createSettings({ ...parts.zone?.settings, ...parts.settings }),
  };
  const tip: PolicyTip = {
    ref: 'origin/main',
    commit: 'a'.repeat(40),
    zone,
    codeowners: undefined,
    skill: undefined,
    ...parts.tip,
  };
  return { tips: [tip], preview: false };
}

function judgementOf(part: Partial<Judgement> = {}): Judgement {
  return { standing: 'editable', row: 7, conditions: [], owners: [], because: [], ...part };
}

function linkedPlan(doc: Partial<PlanningDoc> | undefined, part: Partial<LinkedPlan> | undefined): LinkedPlan {
  const settled = createPlanningDoc(doc);
  return {
    plan: { path: 'src/features/home/PLANNING.md', doc: settled, gaps: [] },
    onBase: settled,
    candidates: [],
    unread: [],
    completeIn: 'base',
    firstCodeCommit: undefined,
    isFirst: true,
    planOnly: false,
    ...part,
  };
}

function versions(side: SideFiles): ReadonlyMap<string, FileVersion> {
  return new Map(
    Object.entries(side).map(([path, content]) => [path, typeof content === 'string' ? version(content) : content]),
  );
}

/** A plain file's version; its id stands for its text, as git's would. */
function version(text: string): FileVersion {
  return { mode: '100644', oid: oidOf(text), bytes: Buffer.byteLength(text), text };
}

function oidOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

function changedFiles(
  base: ReadonlyMap<string, FileVersion>,
  head: ReadonlyMap<string, FileVersion>,
  renames: Readonly<Record<string, string>>,
): readonly ChangedFile[] {
  const from = new Map(Object.entries(renames).map(([before, after]) => [after, before]));
  const paths = [...new Set([...base.keys(), ...head.keys()])].sort();
  return paths.flatMap((path): readonly ChangedFile[] => {
    const before = base.get(path);
    const after = head.get(path);
    if (before && after && before.mode === after.mode && before.oid === after.oid && before.unread === after.unread)
      return [];
    const renamedFrom = from.get(path);
    const renamedTo = renames[path];
    return [
      {
        path,
        ...(before && { before }),
        ...(after && { after }),
        ...(renamedFrom !== undefined && { renamedFrom }),
        ...(renamedTo !== undefined && { renamedTo }),
        ...lineRanges(before?.text, after?.text),
      },
    ];
  });
}

function createSnapshot(
  base: ReadonlyMap<string, FileVersion>,
  head: ReadonlyMap<string, FileVersion>,
  blobs: Readonly<Record<string, string>>,
): RepositorySnapshot {
  const sides = { base, head };
  const byOid = new Map([...base.values(), ...head.values()].map((one) => [one.oid, one]));
  for (const [oid, text] of Object.entries(blobs)) byOid.set(oid, { ...version(text), oid });
  return {
    paths: (side) => Promise.resolve([...sides[side].keys()].sort()),
    pathsNamed: (side, fragments) =>
      Promise.resolve([...sides[side].keys()].filter((path) => isNamed(path, fragments)).sort()),
    search: (expressions) => {
      const wanted = new RegExp(expressions.join('|'), 'm');
      const found = [...base].filter(([, { text = '' }]) => expressions.length > 0 && wanted.test(text));
      return Promise.resolve(found.map(([path]) => path).sort());
    },
    read: (side, paths) => Promise.resolve(pick(sides[side], paths)),
    blobs: (oids) => Promise.resolve(pick(byOid, oids)),
  };
}

/** As the real one has it, with nothing given that need not be. */
function isNamed(path: string, fragments: readonly string[]): boolean {
  const lower = path.toLowerCase();
  return /[^\0-\x7f]/u.test(path) || fragments.some((fragment) => lower.includes(fragment.toLowerCase()));
}

function pick<K>(from: ReadonlyMap<K | undefined, FileVersion>, keys: readonly K[]): ReadonlyMap<K, FileVersion> {
  return new Map(
    keys.flatMap((key) => {
      const found = from.get(key);
      return found ? [[key, found] as const] : [];
    }),
  );
}

/** Lines by what they say: a line of `after` that `before` lacks (or has fewer times) is added. Enough for small texts. */
function lineRanges(
  before: string | undefined,
  after: string | undefined,
): { added: readonly LineRange[]; removedLines: number } {
  const gone = new Map<string, number>();
  for (const line of splitLines(before)) gone.set(line, (gone.get(line) ?? 0) + 1);
  const added: LineRange[] = [];
  for (const [index, line] of splitLines(after).entries()) {
    const left = gone.get(line) ?? 0;
    if (left > 0) {
      gone.set(line, left - 1);
      continue;
    }
    const last = added.at(-1);
    if (last?.end === index) added[added.length - 1] = { start: last.start, end: index + 1 };
    else added.push({ start: index + 1, end: index + 1 });
  }
  return { added, removedLines: [...gone.values()].reduce((sum, count) => sum + count, 0) };
}

function splitLines(text: string | undefined): readonly string[] {
  if (!text) return [];
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
