import type { CatalogFamily, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { findText, type CatalogEntry } from '../../catalogs/read-catalog.js';

/** One language of a catalog with its text under some key. */
export interface MemberText {
  readonly member: CatalogMember;
  readonly entry: CatalogEntry;
}

/** The text of `id` in each language that has one and whose catalog can be read. */
export function collectTexts(members: CatalogFamily['members'], id: string): readonly MemberText[] {
  return members.flatMap((member) => {
    const entry = member.after?.problem === undefined ? findText(member.after, id) : undefined;
    return entry === undefined ? [] : [{ member, entry }];
  });
}

/** The text that the others are held against: English, else the first. */
export function chooseReference(texts: readonly MemberText[]): MemberText | undefined {
  const ranks = texts.map(({ member }) => rank(member.location.locale ?? ''));
  return texts[ranks.indexOf(Math.min(...ranks))];
}

function rank(locale: string): number {
  if (/^en$/i.test(locale)) return 0;
  if (/^en[-_]us$/i.test(locale)) return 1;
  return /^en[-_]/i.test(locale) ? 2 : 3;
}
