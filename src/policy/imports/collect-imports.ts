import type { RevisionFile } from '../revision.js';
import { decodeFile } from './decode-file.js';
import { resolveImport } from './resolve-import.js';

/** A file that is imported, as text. */
export interface ImportedFile {
  readonly path: string;
  readonly text: string;
  readonly oid: string | undefined;
}

/** What a policy file imports, itself or by way of others. */
export interface CollectedImports {
  readonly files: readonly ImportedFile[];
  /** Every path in the repository that is imported, whether or not it can be read. */
  readonly paths: readonly string[];
}

/** As far as Claude Code follows them. */
const mostHops = 5;
const mostFiles = 20;
/** Of all imported texts together. */
const mostBytes = 512 * 1024;
/** Beyond it no file is looked for. */
const mostPaths = 200;

/** Reads what a policy file imports, each file once and all of a hop together. `importsOf` tells what a file imports, as written. */
export async function collectImports(
  main: { readonly path: string; readonly imports: readonly string[] },
  read: (paths: readonly string[]) => Promise<ReadonlyMap<string, RevisionFile>>,
  importsOf: (file: ImportedFile) => Promise<readonly string[]>,
): Promise<CollectedImports> {
  const known = new Set([main.path]);
  const files: ImportedFile[] = [];
  let left = mostBytes;
  let hop = [main];
  for (let hops = 0; hops < mostHops && hop.length > 0; hops += 1) {
    const named = hop.flatMap(({ path, imports }) => imports.flatMap((each) => resolveImport(path, each) ?? []));
    const paths = [...new Set(named)].filter((path) => !known.has(path)).slice(0, mostPaths - known.size);
    for (const path of paths) known.add(path);
    const found = await read(paths);
    hop = [];
    for (const path of paths) {
      const { oid, content } = found.get(path) ?? {};
      // In the middle of the joined text a BOM would be a character of it.
      const text = decodeFile(found.get(path))?.replace(/^\uFEFF/u, '');
      if (content === undefined || text === undefined || content.length > left || files.length === mostFiles) continue;
      left -= content.length;
      files.push({ path, text, oid });
      hop.push({ path, imports: await importsOf({ path, text, oid }) });
    }
  }
  return { files, paths: [...known].slice(1) };
}
