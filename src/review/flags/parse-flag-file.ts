import type { FlagFile } from './flag-change.js';
import { parseJson } from './parse-json.js';
import { readFlagFile } from './read-flag-file.js';

/** The flags of a text, which is YAML unless the path ends in `.json`. */
export async function parseFlagFile(path: string, text: string): Promise<FlagFile> {
  const reading = path.toLowerCase().endsWith('.json')
    ? parseJson(text)
    : (await import('../../parsers/yaml.js')).parseYaml(text);
  return readFlagFile(path, reading);
}
