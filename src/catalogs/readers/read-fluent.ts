import type { parseFluent } from '../../parsers/parse-fluent.js';
import { createCatalogBuilder } from './catalog-builder.js';
import type { Catalog } from '../catalog.js';

/** Fluent's `.ftl`: messages, terms and their attributes. */
export function readFluent(path: string, source: string, parse: typeof parseFluent): Catalog {
  const builder = createCatalogBuilder(path, source);
  const { texts, problems } = parse(builder.text);
  for (const { key, value, keyOffset, offset } of texts)
    builder.add({ path: [key], value, key: keyOffset, at: offset });
  for (const { message, offset } of problems)
    builder.fail(`it is not valid Fluent here (${message.replace(/\.$/, '')})`, offset);
  const catalog = builder.finish('fluent');
  const { problem } = catalog;
  // Fluent goes on behind what it does not understand.
  return problem === undefined ? catalog : { ...catalog, problem: { ...problem, isLocal: true } };
}
