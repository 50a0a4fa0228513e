import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from './hook-files.js';
import { readBoundedFile } from './read-bounded-file.js';

/** What the PM attested: an item for one content. `content` is a hash, `at` a time in ISO 8601. */
export interface Attestation {
  readonly item: string;
  readonly content: string;
  readonly by: string;
  readonly at: string;
  /** They took it back, also where a commit of the branch still says it. */
  readonly takenBack?: true;
}

/** Bytes: far above what `maxAttestations` take. */
const largestFile = 2 ** 24;
/** No PM gives more attestations: the oldest are dropped. */
const maxAttestations = 1000;

/**
 * Reads the attestation file: one in git's common directory, shared by the editor, the guard and the command line (design §6). A file
 * that is unreadable or malformed holds no attestation; its content is overwritten only when a new attestation is saved.
 */
export async function readAttestations(commonDir: string): Promise<readonly Attestation[]> {
  try {
    const data: unknown = JSON.parse(String(await readBoundedFile(attestationPath(commonDir), largestFile)));
    return Array.isArray(data) ? data.filter(isAttestation) : [];
  } catch {
    return [];
  }
}

/** Adds attestations and replaces older ones for the same item and content: those of another change or an older content stay. */
export async function saveAttestations(commonDir: string, attestations: readonly Attestation[]): Promise<void> {
  const replaced = new Set(attestations.map(keyOf));
  const kept = (await readAttestations(commonDir)).filter((attestation) => !replaced.has(keyOf(attestation)));
  await replaceAttestations(commonDir, [...kept, ...attestations]);
}

/** Removes the attestations of these items for these contents. If there are none, nothing is written. */
export async function withdrawAttestations(
  commonDir: string,
  withdrawn: readonly Pick<Attestation, 'item' | 'content'>[],
): Promise<void> {
  const attestations = await readAttestations(commonDir);
  const keys = new Set(withdrawn.map(keyOf));
  const kept = attestations.filter((attestation) => !keys.has(keyOf(attestation)));
  if (kept.length < attestations.length) await replaceAttestations(commonDir, kept);
}

async function replaceAttestations(commonDir: string, attestations: readonly Attestation[]): Promise<void> {
  const path = attestationPath(commonDir);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceFile(path, `${JSON.stringify(attestations.slice(-maxAttestations), undefined, 2)}\n`, 0o600);
}

function keyOf({ item, content }: Pick<Attestation, 'item' | 'content'>): string {
  return JSON.stringify([item, content]);
}

function attestationPath(commonDir: string): string {
  return join(commonDir, 'pm-zone', 'word.json');
}

function isAttestation(value: unknown): value is Attestation {
  if (typeof value !== 'object' || value === null) return false;
  const { item, content, by, at, takenBack } = value as Partial<Record<keyof Attestation, unknown>>;
  return (
    [item, content, by, at].every((part) => typeof part === 'string') && (takenBack === undefined || takenBack === true)
  );
}
