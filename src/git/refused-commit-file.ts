import { existsSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBoundedFile } from './read-bounded-file.js';

/** A reason why a commit was refused. Lines and columns from 1. */
export interface RefusalReason {
  readonly message: string;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A commit that the guard refused. */
export interface RefusedCommit {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The commit it would have been made on; `undefined` before the first one. */
  readonly head?: string | undefined;
  readonly points: readonly RefusalReason[];
}

/** The file's name in the folder of git that belongs to the working tree. */
export const refusedCommitFile = 'pm-zone-refused';

/** Bytes: far above what `maxPoints` take. */
const largestFile = 2 ** 22;
/** More reasons than a person reads at once. */
const maxPoints = 20;

/**
 * Records for the editor why a commit was refused; without points the record is removed. A hook must not fail for that: errors of the
 * disk are ignored.
 */
export function writeRefusedCommit(gitDir: string, { points, ...refused }: RefusedCommit): void {
  const path = join(gitDir, refusedCommitFile);
  try {
    if (points.length === 0) {
      if (existsSync(path)) unlinkSync(path);
      return;
    }
    // What was left there by a hook that was killed, or is no file at all.
    rmSync(`${path}.new`, { force: true });
    writeFileSync(`${path}.new`, JSON.stringify({ ...refused, points: points.slice(0, maxPoints) }), { flag: 'wx' });
    renameSync(`${path}.new`, path);
  } catch {
    return;
  }
}

/** The last commit here if it was refused; `undefined` also if the record is unreadable or malformed. */
export async function readRefusedCommit(gitDir: string): Promise<RefusedCommit | undefined> {
  try {
    const refused: unknown = JSON.parse(String(await readBoundedFile(join(gitDir, refusedCommitFile), largestFile)));
    return isRefused(refused) ? refused : undefined;
  } catch {
    return undefined;
  }
}

function isRefused(refused: unknown): refused is RefusedCommit {
  if (!isRecord(refused) || typeof refused['at'] !== 'number' || !isTextOrNone(refused['head'])) return false;
  const points = refused['points'];
  return Array.isArray(points) && points.length > 0 && points.every(isPoint);
}

function isPoint(point: unknown): boolean {
  if (!isRecord(point) || typeof point['message'] !== 'string' || !isTextOrNone(point['path'])) return false;
  return [point['line'], point['column']].every((each) => each === undefined || Number.isSafeInteger(each));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
