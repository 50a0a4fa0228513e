import type { CatalogFamily, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { findText, type Catalog } from '../../catalogs/catalog.js';
import { writtenTexts, type ChangedText } from '../catalog-reports/written-texts.js';
import type { Report } from '../check.js';
import { findActiveParts, findUnescapedParts, type ActivePart } from './find-active-parts.js';
import { findNewParts } from './find-new-parts.js';
import { findOrders } from './find-orders.js';

/**
 * Texts of a catalog that the change gives a part that does something on the page. What another language said under the same key before is a
 * translation; of what this catalog has elsewhere already only a person can say whether it belongs here.
 */
export function reportUnsafeTexts(family: CatalogFamily, who: string): readonly Report[] {
  return family.flatMap((member) => [...writtenTexts(member)].flatMap((text) => reportText(text, family, who)));
}

function reportText(text: ChangedText, family: CatalogFamily, who: string): readonly Report[] {
  const { id, entry, member } = text;
  const place = { path: member.location.path, ...entry.at, key: { name: entry.label, kind: 'text' } } as const;
  const isNative = ofNativeApps.test(member.location.path);
  const find = (value: string): readonly ActivePart[] => [
    ...findActiveParts(value),
    ...findUnescapedParts(value).map((part) => (isNative ? { ...part, doubtful: true as const } : part)),
    ...findOrders('', { text: value, page: value }, none).map((part) => ({ ...part, doubtful: true as const })),
  ];
  const parts = find(entry.value);
  if (parts.length === 0) return [];
  const others = family.flatMap(({ before }) => findText(before, id)?.value ?? []);
  return findNewParts(parts, ...others.map(find)).map(({ what, isKnownKind, doubtful }) => {
    if (isKnownKind || doubtful)
      return { ...place, message: describeDoubtful(`“${entry.label}”`, what, who), severity: 'note', undecided: true };
    const isUsual = isElsewhere(what, member, find);
    return isUsual
      ? { ...place, message: describeUsual(`“${entry.label}”`, what, who), severity: 'note', undecided: true }
      : { ...place, message: describe(`“${entry.label}”`, what, who) };
  });
}

/** Android, Apple and Flutter fill in nothing so: there such signs are most often text about templates, as a wiki has them. */
const ofNativeApps = /(?:^|\/)values[^/]*\/[^/]+\.xml$|\.(?:strings|stringsdict|xcstrings|arb)$/iu;

const none = { text: '', page: '' };

function isElsewhere(what: string, { before }: CatalogMember, find: (value: string) => readonly ActivePart[]): boolean {
  return valuesOf(before).some((value) => find(value).some((part) => part.what === what));
}

function valuesOf(catalog: Catalog | undefined): readonly string[] {
  return [...(catalog?.entries.values() ?? [])].map(({ value }) => value);
}

function describe(name: string, what: string, who: string): string {
  return `${name} has ${what} in it now, which does something on the page that shows it. A text is words and simple tags, such as <b>: write it as these, or ask ${who} to make this part of the change.`;
}

function describeUsual(name: string, what: string, who: string): string {
  return `${name} has ${what} in it now, as other texts of this file have. That it is safe here ${who} confirms in the pull request.`;
}

function describeDoubtful(name: string, what: string, who: string): string {
  return `${name} has ${what} in it now, which it did not have like this, and which may do something where it is shown. That it is safe here ${who} confirms in the pull request.`;
}
