import { createUnreadable, type DataReading } from '../parsers/data-tree.js';
import type { FlagFile } from './flag-change.js';
import { parseJson } from '../parsers/parse-json.js';
import { parseProperties } from './reading/parse-properties.js';
import { readFlagFile } from './reading/read-flag-file.js';

export type FlagReader = (text: string) => { readonly reading: DataReading; readonly file: FlagFile };

/** A reader for the flag file at a path, by its ending: JSON, properties, else YAML. The YAML parser is loaded where it is needed. */
export async function openFlagReader(path: string): Promise<FlagReader> {
  const parse = await openParser(path.toLowerCase());
  return (text) => {
    const reading = parse(text);
    return { reading, file: readFlagFile(path, reading) };
  };
}

async function openParser(path: string): Promise<(text: string) => DataReading> {
  // The one kind of JSON whose program reads comments.
  if (/(?:^|\/)appsettings[^/]*\.json$/.test(path)) return (text) => parseJson(text, { comments: true });
  if (path.endsWith('.json')) return (text) => parseJson(text, { comments: 'noted' });
  if (path.endsWith('.properties')) return parseProperties;
  const { parseYaml } = await import('../parsers/parse-yaml.js');
  return (text) => {
    const reading = parseYaml(text);
    const [trouble] = reading.problems;
    return trouble?.fatal === true && text.includes('<%') ? createUnreadable(templated, trouble.at) : reading;
  };
}

const templated =
  'This file is a program’s template (<% … %>) that is filled in when the program starts, so it is not read here. Ask your engineering DRI to look at it.';
