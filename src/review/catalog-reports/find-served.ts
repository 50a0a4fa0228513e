import { argumentsIn, longestCall } from './arguments-in.js';
import { isNumberForm } from '../../catalogs/number-forms.js';
import { keyPathId, type Catalog } from '../../catalogs/catalog.js';
import type { RepositorySnapshot } from '../../change/change.js';
import type { KeyUse, UsedText } from '../uses/text-uses.js';

const suffix = /(?:_ordinal)?[_#](?:zero|one|two|few|many|other|plural|\d+)$/;
const manyForms = ['_other', '_plural', '_1', '#other', '_ordinal_other'];

/**
 * Those of these texts, which are gone, that other forms of the same text stand in for: `files` for which `files_one` and `files_other` are
 * there now, or the other way round. Libraries look for the forms where they are told a number, and for the plain text where there are none.
 */
export async function findServed(
  texts: readonly UsedText[],
  after: Catalog,
  snapshot: Pick<RepositorySnapshot, 'read'>,
): Promise<ReadonlySet<UsedText>> {
  const served = new Set<UsedText>();
  for (const text of texts) {
    const by = standIn(text, after);
    if (by === undefined || text.shownIn.length > 0) continue;
    if (text.key.naming === 'resource') {
      if (await areOf(by === 'forms' ? 'plurals' : 'string', text.uses.sure, snapshot)) served.add(text);
    } else if (by === 'plain' || (await areCounted(text.uses.sure, snapshot))) served.add(text);
  }
  return served;
}

/** What there is of it now: its forms for numbers, or it alone. */
function standIn({ entry: { path }, key }: UsedText, after: Catalog): 'forms' | 'plain' | undefined {
  const last = path.at(-1);
  if (!/^(?:key|rails|resource)$/.test(key.naming) || typeof last !== 'string') return undefined;
  const isThere = (...keys: typeof path): boolean => after.entries.get(keyPathId(keys))?.isText === true;
  const around = path.slice(0, -1);
  if (isThere(...path, 'other')) return 'forms';
  if (isNumberForm(last) && isThere(...around)) return 'plain';
  const stem = last.replace(suffix, '');
  const has = (name: string): boolean => isThere(...around, name);
  if (stem !== last && has(stem)) return 'plain';
  // A form that the language has is asked for by itself, and no other is taken for it.
  if (stem !== last && isNumberForm(last.slice(last.lastIndexOf('_') + 1))) return undefined;
  return manyForms.some((form) => `${stem}${form}` !== last && has(stem + form)) ? 'forms' : undefined;
}

/** Is only this kind of resource asked for, `R.plurals.files`? Android takes none for another. */
async function areOf(
  kind: 'plurals' | 'string',
  uses: readonly KeyUse[],
  snapshot: Pick<RepositorySnapshot, 'read'>,
): Promise<boolean> {
  const versions = await snapshot.read('head', [...new Set(uses.map(({ path }) => path))]);
  return uses.every(
    ({ path, at, end }) => versions.get(path)?.text?.slice(at, end).toLowerCase().includes(kind) === true,
  );
}

/** Is a number given wherever the text is asked for? What is handed on from elsewhere may hold one. */
async function areCounted(uses: readonly KeyUse[], snapshot: Pick<RepositorySnapshot, 'read'>): Promise<boolean> {
  const versions = await snapshot.read('head', [...new Set(uses.map(({ path }) => path))]);
  return uses.every(({ path, at, end }) => {
    const text = versions.get(path)?.text ?? '';
    const before = text.slice(Math.max(0, at - longestCall), at);
    const behind = text.slice(end, end + longestCall);
    const tag = /<[A-Za-z][\w.]*\s[^<]*=\s*\{?["'`]?$/.exec(before)?.[0];
    const [others = ''] = behind.split(/(?<!=)>/, 1);
    if (tag !== undefined) return counted.test(tag) || counted.test(others);
    const given = argumentsIn(behind);
    return counted.test(given) || /^['"`]?\s*,\s*(?!\s*\{|['"`])\S/.test(given);
  });
}

const counted = /\b(?:count|smart_count|ordinal|plural)\b/i;
