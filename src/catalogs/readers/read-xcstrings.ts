import { createCatalogBuilder } from './catalog-builder.js';
import { readJson } from '../read-json.js';
import { keyPathId, type Catalog } from '../catalog.js';

/** Xcode's string catalogs: JSON with all languages in one file. Only what stands in a `value` is shown. */
export function readXcstrings(path: string, source: string): Catalog {
  const json = readJson(path, source);
  const builder = createCatalogBuilder(path, source);
  if (json.problem !== undefined) builder.fail(json.problem.message, json.problem.at);
  for (const { path: keys, value, at } of json.entries.values())
    if (keys[0] === 'sourceLanguage' || (keys[0] === 'strings' && keys.at(-1) === 'shouldTranslate'))
      builder.note(keys.slice(-2).join('.'), value, at);
  for (const { path: keys, value, at } of json.entries.values())
    if (keys[0] === 'strings' && keys[2] === 'extractionState' && value === 'stale')
      builder.note(keys.slice(-2).join('.'), value, at);
  const original = json.entries.get('["sourceLanguage"]')?.value ?? 'en';
  const sources = new Map<string, string>();
  const texts = [...json.entries.values()].flatMap((entry) => {
    const [top, key, part, language, ...rest] = entry.path;
    if (top !== 'strings' || part !== 'localizations' || rest.at(-1) !== 'value') return [];
    const arms = rest.filter(
      (step) => !/^(?:variations|stringUnit|value|plural|device|substitutions)$/.test(String(step)),
    );
    if (language === original && arms.length === 0) sources.set(String(key), entry.value);
    return [{ entry, key: String(key), language: String(language), arms }];
  });
  for (const { entry, key, language, arms } of texts) {
    const source =
      language === original || arms.length > 0 ? undefined : (sources.get(key) ?? (/\s/.test(key) ? key : undefined));
    const state = json.entries.get(keyPathId([...entry.path.slice(0, -1), 'state']))?.value;
    const mark = state === 'new' ? state : undefined;
    builder.add({ path: [key, language, ...arms], value: entry.value, key: entry.keyAt, at: entry.at, source, mark });
  }
  return { ...builder.finish('printf'), duplicates: json.duplicates };
}
