import type { DataReading } from '../parsers/data-tree.js';
import type { FlagFile } from './flag-change.js';
import { parseJson } from './reading/parse-json.js';
import { readFlagFile } from './reading/read-flag-file.js';

export type FlagReader = (text: string) => { readonly reading: DataReading; readonly file: FlagFile };

/** A reader for the flag file at a path, which is YAML unless it ends in `.json`. The YAML parser is loaded where it is needed. */
export async function openFlagReader(path: string): Promise<FlagReader> {
  const parse = path.toLowerCase().endsWith('.json') ? parseJson : (await import('../parsers/parse-yaml.js')).parseYaml;
  return (text) => {
    const reading = parse(text);
    return { reading, file: readFlagFile(path, reading) };
  };
}
