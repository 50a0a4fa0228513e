import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Remembers what is costly to compute, between runs. What it gives is plain JSON data, as `compute` gave it the first time. */
export interface Memory {
  /**
   * What was remembered under this kind and key, else what `compute` gives, which is then remembered. The key names all that the
   * result depends on besides the version: a blob's id. A rejection of `compute` is passed on; trouble with the disk is not.
   */
  remember<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T>;
}

export interface MemoryLimits {
  /** Bytes that the folder may hold before the oldest half of it goes; 64 MB where it is left out. */
  readonly folder?: number;
  /** Bytes of one result, above which it is not kept; 16 MB. */
  readonly entry?: number;
}

/** A memory in git's common folder, for this version of the software alone. */
export function openMemory(commonDir: string, version: string, limits: MemoryLimits = {}): Memory {
  const folder = join(commonDir, 'pm-zone', 'cache');
  const { folder: most = 64 * 2 ** 20, entry = 16 * 2 ** 20 } = limits;
  return {
    async remember<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T> {
      const header = JSON.stringify(['pm-zone', version, kind, key]);
      const name = fileNameFor(header);
      const kept = readEntry(join(folder, name), header, entry);
      // The header says that this very software wrote it for this very key.
      if (kept) return kept.value as T;
      const value = await compute();
      const text = JSON.stringify(value) as string | undefined;
      if (text !== undefined) await writeEntry(folder, name, `${header}\n${text}`, { folder: most, entry });
      return value;
    },
  };
}

/**
 * A file's name for a header. Not for safety, which the header itself gives: two headers of one name only take turns. Loading
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

/** At once: what is remembered is small, and each detour through another thread takes longer than reading it. */
function readEntry(place: string, header: string, most: number): { readonly value: unknown } | undefined {
  try {
    const found = statSync(place, { throwIfNoEntry: false });
    // A pipe in its place would be waited for.
    if (found?.isFile() !== true || found.size > most + header.length + 1) return undefined;
    const text = readFileSync(place, 'utf8');
    if (!text.startsWith(`${header}\n`)) return undefined;
    return { value: JSON.parse(text.slice(header.length + 1)) as unknown };
  } catch {
    return undefined;
  }
}

/** A file of its own that is renamed when it is whole, so that no reader ever sees half of one. */
async function writeEntry(
  folder: string,
  name: string,
  content: string,
  limits: Required<MemoryLimits>,
): Promise<void> {
  if (Buffer.byteLength(content) > limits.entry) return;
  const draft = join(folder, `${name}.${process.pid}-${process.hrtime.bigint()}.new`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await evictOldest(folder, limits.folder - content.length);
    await writeFile(draft, content, { flag: 'wx', mode: 0o600 });
    await rename(draft, join(folder, name));
  } catch {
    // Remembering is a convenience: without it the work is done again.
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
