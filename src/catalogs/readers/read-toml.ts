import type { parseToml } from '../../parsers/parse-toml.js';
import { createCatalogBuilder } from './catalog-builder.js';
import type { Catalog } from '../catalog.js';

/** A catalog in TOML, as go-i18n and Hugo have it: each table is a text with its forms; a description says what it is for. */
export function readToml(path: string, source: string, parse: typeof parseToml): Catalog {
  const builder = createCatalogBuilder(path, source);
  const toml = parse(builder.text);
  if ('problem' in toml) {
    builder.fail(toml.problem.message, toml.problem);
    return builder.finish();
  }
  const lines = new Map<string, number>();
  let table = '';
  for (const { 0: line, index } of builder.text.matchAll(/[^\n]+/g)) {
    const [, head, key] = /^\s*(?:\[{1,2}\s*([^\]]{1,200}?)\s*\]|([\w"'.-]{1,200})\s*=)/.exec(line) ?? [];
    if (head !== undefined) table = plain(head);
    const name = key === undefined ? table : [table, plain(key)].filter((each) => each !== '').join('.');
    if ((head ?? key) !== undefined && !lines.has(name)) lines.set(name, index);
  }
  for (const [keys, value] of leavesOf(toml.table, [])) {
    const last = keys.at(-1);
    if (keys.length > 1 && (last === 'description' || last === 'hash')) continue;
    const at = lines.get(keys.join('.')) ?? lines.get(keys.slice(0, -1).join('.')) ?? 0;
    builder.add({
      path: keys,
      value: value instanceof Date ? value.toISOString() : String(value),
      key: at,
      at,
      ...(typeof value !== 'string' && { isText: false as const }),
    });
  }
  return builder.finish();
}

function plain(key: string): string {
  return key.replace(/["']/g, '').replace(/\s*\.\s*/g, '.');
}

function* leavesOf(
  value: unknown,
  path: readonly (string | number)[],
): Generator<readonly [readonly (string | number)[], unknown]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leavesOf(item, [...path, index]);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
  else yield [path, value];
}
