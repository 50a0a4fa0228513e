import { constants, type PathLike, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';

/** What is at a path; `special` is neither file, link nor folder. Links are never followed. */
export type PlaceStatus =
  | { readonly kind: 'missing' | 'folder' | 'special' }
  | {
      readonly kind: 'file';
      readonly bytes: number;
      readonly executable: boolean;
      /** Who may read, write and run it: the nine bits of its mode. */
      readonly permissions: number;
      /** Milliseconds since 1970. */
      readonly modifiedAt: number;
    }
  | { readonly kind: 'link'; readonly bytes: number };

/** Changes files. Paths are absolute, in bytes; each function rejects with the error of the disk. */
export interface WorkDisk {
  stat(place: Buffer): Promise<PlaceStatus>;
  /** A file's content, or a link's target. */
  read(place: Buffer): Promise<Buffer>;
  /** Creates a file or a link that does not exist yet; a file never with more than these `permissions`, where there are any. */
  write(place: Buffer, content: Uint8Array, kind: 'file' | 'executable' | 'link', permissions?: number): Promise<void>;
  /** Sets who may read, write and run a file. */
  permit(place: Buffer, permissions: number): Promise<void>;
  /** Moves a file or a link to a free path, also on another disk. */
  move(from: Buffer, to: Buffer): Promise<void>;
  /** Replaces a file or folder by another atomically. */
  replace(from: Buffer, to: Buffer): Promise<void>;
  /**
   * Copies a file with its modification time to the second: by that git recognises files that changed in the second of its last look and
   * reads them again.
   */
  copy(from: Buffer, to: Buffer): Promise<void>;
  /** Makes a file available at another path too, never incomplete; rejects with `EEXIST` if that path is taken. */
  link(from: Buffer, to: Buffer): Promise<void>;
  remove(place: Buffer): Promise<void>;
  /** Removes a folder with all in it. */
  removeAll(place: Buffer): Promise<void>;
  /** Whether the folder was empty and is gone. */
  removeFolder(place: Buffer): Promise<boolean>;
  /** Creates a folder and its parents. */
  makeFolder(place: Buffer): Promise<void>;
  list(place: Buffer): Promise<readonly Buffer[]>;
  /** Flushes a file, or the names of a folder, so that it survives a power failure. Does nothing where the disk cannot. */
  flush(place: Buffer): Promise<void>;
}

type Relocate = (from: PathLike, to: PathLike) => Promise<void>;
type Sync = (file: Pick<fs.FileHandle, 'sync'>) => Promise<void>;

/**
 * Tests replace `rename`, which cannot move to another disk, and `link` and `sync`, which not every disk has.
 */
export function openWorkDisk(
  rename: Relocate = fs.rename,
  link: Relocate = fs.link,
  sync: Sync = (file) => file.sync(),
): WorkDisk {
  const disk: WorkDisk = {
    async stat(place) {
      try {
        return statusOf(await fs.lstat(place));
      } catch (error) {
        if (isOneOf(error, ['ENOENT', 'ENOTDIR'])) return { kind: 'missing' };
        throw error;
      }
    },
    async read(place) {
      const { kind } = await disk.stat(place);
      if (kind === 'link') return fs.readlink(place, { encoding: 'buffer' });
      const handle = await fs.open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      return handle.readFile().finally(() => handle.close());
    },
    async write(place, content, kind, permissions) {
      if (kind === 'link') return fs.symlink(Buffer.from(content), place);
      const handle = await fs.open(place, 'wx', permissions ?? (kind === 'file' ? 0o666 : 0o777));
      try {
        await handle.writeFile(content);
        // What a file is made with is less by the umask.
        if (permissions !== undefined) await handle.chmod(permissions);
      } catch (error) {
        // An incomplete file is worse than none.
        await fs.rm(place, { force: true });
        throw error;
      } finally {
        await handle.close();
      }
    },
    permit: (place, permissions) => fs.chmod(place, permissions),
    async move(from, to) {
      if ((await disk.stat(to)).kind !== 'missing')
        throw Object.assign(new Error('Something is there.'), { code: 'EEXIST' });
      try {
        await rename(from, to);
      } catch (error) {
        if (!isOneOf(error, ['EXDEV'])) throw error;
        const status = await disk.stat(from);
        if (status.kind === 'link') await fs.symlink(await disk.read(from), to);
        else await fs.copyFile(from, to, constants.COPYFILE_EXCL);
        await fs.unlink(from);
      }
    },
    replace: (from, to) => fs.rename(from, to),
    async copy(from, to) {
      const stats = await fs.stat(from);
      // Copying a pipe would wait for who fills it.
      if (!stats.isFile()) throw Object.assign(new Error('There is no file there.'), { code: 'EINVAL' });
      await fs.copyFile(from, to);
      const modified = Math.floor(stats.mtimeMs / 1000);
      await fs.utimes(to, modified, modified);
    },
    async link(from, to) {
      try {
        await link(from, to);
      } catch (error) {
        if (isOneOf(error, ['EEXIST'])) throw error;
        await fs.copyFile(from, to, constants.COPYFILE_EXCL);
      }
    },
    remove: (place) => fs.rm(place, { force: true }),
    removeAll: (place) => fs.rm(place, { force: true, recursive: true }),
    removeFolder: (place) =>
      fs.rmdir(place).then(
        () => true,
        () => false,
      ),
    async makeFolder(place) {
      await fs.mkdir(place, { recursive: true });
    },
    list: (place) => fs.readdir(place, { encoding: 'buffer' }),
    async flush(place) {
      const { kind } = await disk.stat(place);
      try {
        // Windows flushes only what may be written to, and no folder.
        const handle = await fs.open(place, kind === 'folder' ? 'r' : 'r+');
        await sync(handle).finally(() => handle.close());
      } catch (error) {
        if (!isOneOf(error, ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'])) throw error;
      }
    },
  };
  return disk;
}

function statusOf(stats: Stats): PlaceStatus {
  if (stats.isDirectory()) return { kind: 'folder' };
  if (stats.isSymbolicLink()) return { kind: 'link', bytes: stats.size };
  if (!stats.isFile()) return { kind: 'special' };
  const permissions = stats.mode & 0o777;
  const executable = (permissions & 0o100) !== 0;
  return { kind: 'file', bytes: stats.size, executable, permissions, modifiedAt: stats.mtimeMs };
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code as string);
}
