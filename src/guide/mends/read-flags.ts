import type { DataReading } from '../../parsers/data-tree.js';
import type { Flag, FlagFile } from '../../review/flags/flag-change.js';
import { parseJson } from '../../review/flags/parse-json.js';
import { readFlagFile } from '../../review/flags/read-flag-file.js';
import type { EditorRange } from '../editor-text.js';

export type ReadFlags = (text: string) => { readonly reading: DataReading; readonly file: FlagFile };

/** A reader for the flag file at a path, which says what it is written in. The YAML parser is loaded where it is needed. */
export async function openFlagReader(path: string): Promise<ReadFlags> {
  const parse = path.toLowerCase().endsWith('.json') ? parseJson : (await import('../../parsers/yaml.js')).parseYaml;
  return (text) => {
    const reading = parse(text);
    return { reading, file: readFlagFile(path, reading) };
  };
}

/** The lines of a flag, from 0, up to where the next thing begins; `undefined` where the file has no such flag. */
export function linesOfFlag(
  { flags, rest }: FlagFile,
  key: string,
): (Pick<EditorRange['start'], 'line'> & { readonly last: number }) | undefined {
  const flag = flags.find((each) => each.key === key);
  if (flag === undefined) return undefined;
  const starts = [...flags, ...rest].map(({ at }) => at.line).filter((line) => line > flag.at.line);
  return { line: flag.at.line - 1, last: starts.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...starts) - 2 };
}

/** Says the same of a flag as the review compares it by. */
export function essenceOf({ flags }: FlagFile, key: string): string {
  const flag: Flag | undefined = flags.find((each) => each.key === key);
  return flag === undefined ? '' : JSON.stringify([flag.value, flag.otherwise, flag.shared]);
}
