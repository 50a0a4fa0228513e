import { keyPathId, type Catalog } from '../../catalogs/catalog.js';
import type { RepositorySnapshot } from '../../change/change.js';
import { escapeExpression } from '../../text/escape-expression.js';
import { readCallContext } from '../uses/call-context.js';
import type { KeyUse, UsedText } from '../uses/text-uses.js';
import { argumentsIn, longestCall } from './arguments-in.js';

/**
 * These texts, which went together; where that is one text that is a group of texts now, without the places that ask for what is in the group: where keys
 * begin is said there (`keyPrefix: 'home.error'`), all of it is wanted, or the same file names one of its texts or puts a key together.
 */
export async function withoutGroupUses(
  texts: readonly UsedText[],
  after: Catalog,
  snapshot: Pick<RepositorySnapshot, 'read'>,
): Promise<readonly UsedText[]> {
  const [text] = texts;
  if (text === undefined || !after.groups.has(keyPathId(text.entry.path))) return texts;
  const { uses } = text;
  const versions = await snapshot.read('head', [...new Set(uses.sure.map(({ path }) => path))]);
  const member = new RegExp(`["'\`.:](?:${membersOf(text, after).map(escapeExpression).join('|')})(?![\\w-])`);
  const asksForText = (use: KeyUse): boolean => !asksForMember(versions.get(use.path)?.text ?? '', use, member);
  return [{ ...text, uses: { ...uses, sure: uses.sure.filter(asksForText) } }];
}

/** What the texts right in the group are called. */
function membersOf({ entry: { path } }: UsedText, after: Catalog): readonly string[] {
  const group = keyPathId(path);
  const members = [...after.entries.values()].filter((each) => keyPathId(each.path.slice(0, path.length)) === group);
  return [...new Set(members.map((each) => String(each.path[path.length])))];
}

function asksForMember(text: string, { at, end }: KeyUse, member: RegExp): boolean {
  if (readCallContext(text, at) === 'scopes' || wantsAll.test(text.slice(Math.max(0, at - 20), at))) return true;
  if (/\breturnObjects\b/.test(argumentsIn(text.slice(end, end + longestCall)))) return true;
  return member.test(text.slice(0, at)) || member.test(text.slice(end)) || isPutTogether.test(text);
}

/** `t.raw('home.list')` of next-intl, `tm('home.list')` of vue-i18n. */
const wantsAll = /(?:\.raw|(?<![\w$])\$?tm)\(\s*["'`]?$/;
/** `${group}.${code}`, `group + '.' + code`. */
const isPutTogether = /\$\{[^{}]{1,80}\}\.\$\{|\+\s{0,9}["'`]\.["'`]\s{0,9}\+/;
