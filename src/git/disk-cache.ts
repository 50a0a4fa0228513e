import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Caches costly results between runs, as plain JSON data. */
export interface DiskCache {
  /**
   * The cached result for this kind and key, else the result of `compute`, which is then cached. The key covers all that the result
   * depends on besides the version, such as a blob's id. Rejects with what `compute` rejects with, never with an error of the disk.
   */
  getOrCompute<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T>;
}

export interface DiskCacheLimits {
  /** Bytes that the folder may hold before its oldest half is evicted; defaults to 64 MB. */
  readonly folder?: number;
  /** Bytes of one result above which it is not cached; defaults to 16 MB. */
  readonly entry?: number;
}

/** No cache: everything is computed anew, and nothing is left behind. */
export const noCache: DiskCache = { getOrCompute: (_kind, _key, compute) => compute() };

/** A cache that has another process fill it, once, before anything that it lacks is computed in this one. */
export function filledElsewhere(cache: DiskCache, fill: () => Promise<void>): DiskCache {
  let filled: Promise<void> | undefined;
  return {
    getOrCompute: (kind, key, compute) =>
      cache.getOrCompute(kind, key, async () => {
        await (filled ??= fill());
        return cache.getOrCompute(kind, key, compute);
      }),
  };
}

/** Opens the cache in git's common folder, for this version of the software alone. */
export function openDiskCache(commonDir: string, version: string, limits: DiskCacheLimits = {}): DiskCache {
  const folder = join(commonDir, 'pm-zone', 'cache');
  const { folder: most = 64 * 2 ** 20, entry = 16 * 2 ** 20 } = limits;
  return {
    async getOrCompute<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T> {
      const header = JSON.stringify(['pm-zone', version, kind, key]);
      const name = fileNameFor(header);
      const kept = readEntry(join(folder, name), header, entry);
      // The header proves that this version wrote it for this key.
      if (kept) return kept.value as T;
      const value = await compute();
      const text = JSON.stringify(value) as string | undefined;
      if (text !== undefined) await writeEntry(folder, name, `${header}\n${text}`, { folder: most, entry });
      return value;
    },
  };
}

/**
 * A file name for a header. The header itself gives safety: two headers with one name only overwrite each other. Loading
 * `node:crypto` for it would cost a commit more than it saves.
 */
function fileNameFor(header: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < header.length; at++) {
    one = Math.imul(one ^ header.charCodeAt(at), 0x01000193);
    other = Math.imul(other + header.charCodeAt(at), 0x85ebca6b) ^ (other >>> 13);
  }
  return `${(one >>> 0).toString(16)}-${(other >>> 0).toString(16)}.json`;
}

/** Synchronous: entries are small, and the thread pool takes longer than reading them. */
function readEntry(place: string, header: string, most: number): { readonly value: unknown } | undefined {
  try {
    const found = statSync(place, { throwIfNoEntry: false });
    // Reading a pipe in its place would block.
    if (found?.isFile() !== true || found.size > most + header.length + 1) return undefined;
    const text = readFileSync(place, 'utf8');
    if (!text.startsWith(`${header}\n`)) return undefined;
    return { value: JSON.parse(text.slice(header.length + 1)) as unknown };
  } catch {
    return undefined;
  }
}

/** Writes a temporary file and renames it, so that no reader sees an incomplete one. */
async function writeEntry(
  folder: string,
  name: string,
  content: string,
  limits: Required<DiskCacheLimits>,
): Promise<void> {
  if (Buffer.byteLength(content) > limits.entry) return;
  const draft = join(folder, `${name}.${process.pid}-${process.hrtime.bigint()}.new`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await evictOldest(folder, limits.folder - content.length);
    await writeFile(draft, content, { flag: 'wx', mode: 0o600 });
    await rename(draft, join(folder, name));
  } catch {
    // The cache is a convenience: without it the work is done again.
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Removes the older half where what is there takes more than `most` bytes. */
async function evictOldest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, age: -mtimeMs };
    }),
  );
  if (files.reduce((sum, file) => sum + file.size, 0) <= most) return;
  files.sort((a, b) => b.age - a.age);
  await Promise.all(
    files.slice(0, Math.ceil(files.length / 2)).map((file) => rm(join(folder, file.name), { force: true })),
  );
}
