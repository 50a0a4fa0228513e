import type { Tracked } from '../change/list-tracked.js';
import type { Asking, Judgement, Policy } from '../policy/policy.js';
import { flagFilePaths } from '../review/flags/flag-file-paths.js';
import { kindOfFile } from '../review/kind-of-file.js';

/** The kinds of files that “My zone” is ordered by, in its order. Planning docs are docs. */
const zoneKinds = ['copy', 'flags', 'prompts', 'events', 'components', 'docs', 'config', 'other'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** Files of one kind, in git's order. */
export interface KindOfFiles {
  readonly kind: ZoneKind;
  readonly paths: readonly string[];
}

/** A part of what the PM may edit: one of their feature folders, what lies elsewhere, or what they may change only together with an engineer. */
export interface ZonePart {
  readonly kind: 'feature-folder' | 'elsewhere' | 'pair';
  /** Of a feature folder, from the root. */
  readonly folder: string | undefined;
  readonly kinds: readonly KindOfFiles[];
  /** Of all kinds. */
  readonly files: number;
}

/** What the PM may edit: their feature folders first (also those with nothing in them), then the rest, then what asks for an engineer. */
export interface MyZone {
  readonly parts: readonly ZonePart[];
  readonly editable: number;
  readonly pair: number;
  readonly locked: number;
}

export interface ZoneFacts {
  readonly tracked: Tracked;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly judge: (path: string) => Judgement;
}

export interface Slices {
  /** Yields to other work; called whenever `slice` milliseconds have passed. */
  readonly breathe: () => Promise<void>;
  /** Asked after each yield; `false` stops. */
  readonly goesOn: () => boolean;
  readonly slice?: number;
}

/** Paths between two looks at the clock. */
const batch = 50;

/** Judges each tracked file once, in slices of time. `undefined` where it was stopped. */
export async function gatherMyZone(
  { tracked, policy, asking, judge }: ZoneFacts,
  { breathe, goesOn, slice = 15 }: Slices,
): Promise<MyZone | undefined> {
  const flagFiles = flagFilePaths(policy);
  const folders = [...new Set(asking.rows.flatMap((row) => row.featureFolders))].sort();
  const own = folders.map((folder) => collectPart('feature-folder', folder));
  const elsewhere = collectPart('elsewhere', undefined);
  const pair = collectPart('pair', undefined);
  let locked = 0;
  let begun = performance.now();
  for (const [index, path] of tracked.paths.entries()) {
    if (index % batch === 0 && performance.now() - begun > slice) {
      await breathe();
      if (!goesOn()) return undefined;
      begun = performance.now();
    }
    const { standing } = judge(path);
    if (standing === 'locked') {
      locked++;
      continue;
    }
    const part =
      standing === 'pair' ? pair : (own.find(({ folder }) => path.startsWith(`${String(folder)}/`)) ?? elsewhere);
    part.add(zoneKindOf(path, flagFiles.has), path);
  }
  const parts = [...own.map((part) => part.end()), ...[elsewhere.end(), pair.end()].filter(({ files }) => files > 0)];
  const editable = parts.reduce((sum, { kind, files }) => (kind === 'pair' ? sum : sum + files), 0);
  return { parts, editable, pair: pair.end().files, locked };
}

function zoneKindOf(path: string, isFlagFile: (path: string) => boolean): ZoneKind {
  if (isFlagFile(path)) return 'flags';
  const kind = kindOfFile(path);
  return kind === 'planning' ? 'docs' : kind;
}

interface PartCollector {
  readonly folder: string | undefined;
  readonly add: (kind: ZoneKind, path: string) => void;
  readonly end: () => ZonePart;
}

function collectPart(kind: ZonePart['kind'], folder: string | undefined): PartCollector {
  const kinds = new Map<ZoneKind, string[]>();
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
      kinds: zoneKinds.flatMap((of) => {
        const paths = kinds.get(of);
        return paths === undefined ? [] : [{ kind: of, paths }];
      }),
      files,
    }),
  };
}
