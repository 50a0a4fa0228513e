import type { DiskCache } from '../../git/disk-cache.js';
import { parseMarkdown } from '../../parsers/parse-markdown.js';
import type { Zone } from '../policy.js';
import type { Revision } from '../revision.js';
import { readZone } from '../zone-section/read-zone.js';
import { collectImports, type ImportedFile } from './collect-imports.js';
import { findImports } from './find-imports.js';
import { joinFiles, type ParsedFile } from './join-files.js';
import { mayImport } from './may-import.js';

/** What a policy file and its imports say, and where they stand: whether or not there is a zone yet, one could be written there. */
export interface ReadFile {
  readonly zone: Zone | undefined;
  /** The file itself and every path that it imports. */
  readonly sources: readonly string[];
}

/** Reads the PM zone of a policy file with what it imports at the same revision (design §3). The file itself is one that can be parsed. */
export async function readWithImports(
  main: ImportedFile & { readonly imports: readonly string[] },
  revision: Revision,
  cache: DiskCache,
): Promise<ReadFile> {
  const remember = <T>(kind: string, oids: readonly (string | undefined)[], key: string, read: () => T): Promise<T> => {
    const compute = (): Promise<T> => Promise.resolve(read());
    return oids.includes(undefined) ? compute() : cache.getOrCompute(kind, key, compute);
  };
  const importsOf = ({ text, oid }: ImportedFile): Promise<readonly string[]> =>
    mayImport(text)
      ? remember('imports', [oid], String(oid), () => {
          const markdown = parseMarkdown(text);
          return 'refused' in markdown ? [] : findImports(markdown.root).map(({ path }) => path);
        })
      : Promise.resolve([]);
  const { files, paths } = await collectImports(main, (wanted) => revision.readPlain(wanted), importsOf);
  const all = [main, ...files];
  const key = all.map(({ oid, path }) => `${oid}-${path}`).join(' ');
  const { zone } = await remember(
    'imported',
    all.map(({ oid }) => oid),
    key,
    () => {
      const [own, ...imported] = all.flatMap(parse);
      const joined = joinFiles(own as ParsedFile, new Map(imported.map((file) => [file.path, file])));
      return { zone: readZone(joined, joined.root) };
    },
  );
  return { zone, sources: [main.path, ...paths] };
}

function parse({ path, text }: ImportedFile): readonly ParsedFile[] {
  const markdown = parseMarkdown(text);
  return 'refused' in markdown ? [] : [{ path, text, root: markdown.root }];
}
