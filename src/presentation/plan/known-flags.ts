import { normalizeHandle } from '../../policy/asking.js';
import { openFlagReader } from '../../flags/open-flag-reader.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';
import type { Asking, Policy } from '../../policy/policy.js';
import { openDisk } from '../../git/disk.js';

/** A flag that a flag file has. */
export interface KnownFlag {
  readonly key: string;
  readonly path: string;
  readonly state: 'on' | 'off' | 'unknown';
  /** By the roster, or where there is none by the file. */
  readonly isOwn: boolean;
}

export interface FlagSources {
  readonly root: string;
  readonly policy: Policy;
  readonly asking: Pick<Asking, 'kind' | 'names' | 'rows'>;
  /** From the root. */
  readonly paths: readonly string[];
}

const mostFiles = 50;
const mostFlags = 500;
/** Bytes. */
const longest = 2 ** 20;
/** Characters; longer keys are left out. */
const longestKey = 200;

/**
 * The flags of the repository's flag files as they lie in the working tree: those that the PM owns first, then those beside the PM's features,
 * each once. Never rejects for what a file holds.
 */
export async function readKnownFlags({ root, policy, asking, paths }: FlagSources): Promise<readonly KnownFlag[]> {
  const { matches, requiredTexts } = matchFlagFiles(policy);
  const folders = asking.rows.flatMap(({ featureFolders }) => featureFolders);
  const isBeside = (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
  const found = paths
    .filter((path) => mayHold(path, requiredTexts) && matches(path))
    .sort((one, other) => Number(isBeside(other)) - Number(isBeside(one)));
  const disk = openDisk(root);
  const flags = new Map<string, KnownFlag>();
  for (const path of found.slice(0, mostFiles)) {
    const entry = await disk.read(path, longest);
    if (entry.kind !== 'file' || entry.content === undefined) continue;
    const { file } = (await openFlagReader(path))(entry.content.toString('utf8'));
    for (const { key, state, owner } of file.flags) {
      if (key.length > longestKey || flags.has(key)) continue;
      flags.set(key, { key, path, state, isOwn: isOwnFlag(key, owner, asking) });
    }
  }
  return [...flags.values()].sort((one, other) => Number(other.isOwn) - Number(one.isOwn)).slice(0, mostFlags);
}

/** A cheap test before the matcher: each flag file's path contains one of the texts. */
function mayHold(path: string, texts: readonly string[] | undefined): boolean {
  const name = path.toLowerCase();
  return texts === undefined || texts.some((text) => name.includes(text));
}

function isOwnFlag(key: string, owner: string | undefined, { kind, names, rows }: FlagSources['asking']): boolean {
  if (kind !== 'no-roster') return rows.some(({ flags }) => flags.includes(key));
  const owners = (owner ?? '').split(',').map(normalizeHandle);
  return names.some((name) => owners.includes(normalizeHandle(name)));
}
