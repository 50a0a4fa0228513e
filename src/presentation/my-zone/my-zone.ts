import type { TrackedPaths } from '../../git/list-tracked.js';
import type { Asking, Judgement, Policy } from '../../policy/policy.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';
import { classifyFile } from '../../change/classify-file.js';

/** The kinds of files that “My zone” is ordered by, in its order. Planning docs are docs. */
const myZoneKinds = ['copy', 'flags', 'prompts', 'events', 'components', 'docs', 'config', 'other'] as const;
export type MyZoneKind = (typeof myZoneKinds)[number];

/** Files of one kind, in git's order. */
export interface FilesOfKind {
  readonly kind: MyZoneKind;
  readonly paths: readonly string[];
}

/** A part of what the PM may edit: one of their feature folders, what lies elsewhere, or what they may change only together with an engineer. */
export interface MyZonePart {
  readonly kind: 'feature-folder' | 'elsewhere' | 'pair';
  /** Of a feature folder, from the root. */
  readonly folder: string | undefined;
  readonly kinds: readonly FilesOfKind[];
  /** Of all kinds. */
  readonly fileCount: number;
}

/** What the PM may edit: their feature folders first (also those with nothing in them), then the rest, then what asks for an engineer. */
export interface MyZone {
  readonly parts: readonly MyZonePart[];
  readonly editable: number;
  readonly locked: number;
}

export interface MyZoneInput {
  readonly tracked: TrackedPaths;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly judge: (path: string) => Judgement;
}

export interface TimeSlices {
  /** Yields to other work; called whenever `slice` milliseconds have passed. */
  readonly yieldToOthers: () => Promise<void>;
  /** Asked after each yield; `false` stops. */
  readonly shouldContinue: () => boolean;
  readonly milliseconds?: number;
}

/** Paths between two looks at the clock. */
const batch = 50;

/** Judges each tracked file once, in slices of time. `undefined` where it was stopped. */
export async function collectMyZone(
  { tracked, policy, asking, judge }: MyZoneInput,
  { yieldToOthers, shouldContinue, milliseconds = 15 }: TimeSlices,
): Promise<MyZone | undefined> {
  const flagFiles = matchFlagFiles(policy);
  const folders = [...new Set(asking.rows.flatMap((row) => row.featureFolders))].sort();
  const own = folders.map((folder) => collectPart('feature-folder', folder));
  const elsewhere = collectPart('elsewhere', undefined);
  const pair = collectPart('pair', undefined);
  let locked = 0;
  let begun = performance.now();
  for (const [index, path] of tracked.paths.entries()) {
    if (index % batch === 0 && performance.now() - begun > milliseconds) {
      await yieldToOthers();
      if (!shouldContinue()) return undefined;
      begun = performance.now();
    }
    const { standing } = judge(path);
    if (standing === 'locked') {
      locked++;
      continue;
    }
    const part =
      standing === 'pair' ? pair : (own.find(({ folder }) => path.startsWith(`${String(folder)}/`)) ?? elsewhere);
    part.add(zoneKindOf(path, flagFiles.matches), path);
  }
  const parts = [
    ...own.map((part) => part.end()),
    ...[elsewhere.end(), pair.end()].filter(({ fileCount }) => fileCount > 0),
  ];
  const editable = parts.reduce((sum, { kind, fileCount }) => (kind === 'pair' ? sum : sum + fileCount), 0);
  return { parts, editable, locked };
}

function zoneKindOf(path: string, isFlagFile: (path: string) => boolean): MyZoneKind {
  if (isFlagFile(path)) return 'flags';
  const kind = classifyFile(path);
  return kind === 'planning' ? 'docs' : kind;
}

interface PartCollector {
  readonly folder: string | undefined;
  readonly add: (kind: MyZoneKind, path: string) => void;
  readonly end: () => MyZonePart;
}

function collectPart(kind: MyZonePart['kind'], folder: string | undefined): PartCollector {
  const kinds = new Map<MyZoneKind, string[]>();
  let files = 0;
  return {
    folder,
    add: (of, path) => {
      files++;
      const paths = kinds.get(of);
      if (paths === undefined) kinds.set(of, [path]);
      else paths.push(path);
    },
    end: () => ({
      kind,
      folder,
      kinds: myZoneKinds.flatMap((of) => {
        const paths = kinds.get(of);
        return paths === undefined ? [] : [{ kind: of, paths }];
      }),
      fileCount: files,
    }),
  };
}
