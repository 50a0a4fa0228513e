import type { ReviewContext } from './check.js';

/** A compiled catalog that the change leaves as it was, beside the one that it is built from. */
export interface CompiledCatalog {
  readonly source: string;
  readonly compiled: string;
}

/** Compiled catalogs in git (`django.mo` beside `django.po`, Qt’s `.qm`) that say the old words still: the change touches their sources alone. */
export async function findCompiledCatalogs({
  change: { files },
  snapshot,
}: Pick<ReviewContext, 'change' | 'snapshot'>): Promise<readonly CompiledCatalog[]> {
  const changed = new Set(files.map(({ path }) => path));
  const pairs = files.flatMap(({ path, after }): readonly CompiledCatalog[] => {
    const ending = endings.find(([source]) => path.endsWith(source));
    const compiled = ending && path.slice(0, -ending[0].length) + ending[1];
    return after === undefined || compiled === undefined || changed.has(compiled) ? [] : [{ source: path, compiled }];
  });
  if (pairs.length === 0) return [];
  const there = new Set(
    await snapshot.pathsNamed(
      'head',
      pairs.map(({ compiled }) => compiled),
    ),
  );
  return pairs.filter(({ compiled }) => there.has(compiled));
}

const endings = [
  ['.po', '.mo'],
  ['.ts', '.qm'],
] as const;
