import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generateCodeowners, generatePaths } from './generate.js';

/** A repository as the bench needs it: its CODEOWNERS file and its paths, one a line. */
export interface DataSet {
  readonly name: string;
  readonly real: boolean;
  readonly codeowners: string;
  readonly pathCount: number;
  /** Paths as fresh strings, which no map has hashed yet. */
  readonly paths: () => string[];
}

export const root = resolve(__dirname, '..', '..');

/** Public repositories that lie beside this one, if any. */
export function realDataSets(): readonly DataSet[] {
  const folder = join(root, '..', 'shared', 'data', 'real');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) =>
    dataSet(
      name,
      true,
      readFileSync(join(folder, name, 'CODEOWNERS'), 'utf8'),
      gunzipSync(readFileSync(join(folder, name, 'files.txt.gz')))
        .toString('utf8')
        .split('\n')
        .filter(Boolean),
    ),
  );
}

/** A generated repository, the same in every run. */
export function generatedDataSet(pathCount: number, ruleCount: number): DataSet {
  const paths = generatePaths(pathCount, 1);
  return dataSet(
    `${short(pathCount)} paths, ${short(ruleCount)} rules`,
    false,
    generateCodeowners(ruleCount, paths, 2),
    paths,
  );
}

/** `12 k` for 12,345. */
export function short(count: number): string {
  if (count >= 1e6) return `${Number((count / 1e6).toPrecision(3))} M`;
  return count >= 1000 ? `${Number((count / 1000).toPrecision(3))} k` : String(Number(count.toPrecision(3)));
}

function dataSet(name: string, real: boolean, codeowners: string, list: readonly string[]): DataSet {
  const text = list.join('\n');
  return { name, real, codeowners, pathCount: list.length, paths: () => text.split('\n') };
}
