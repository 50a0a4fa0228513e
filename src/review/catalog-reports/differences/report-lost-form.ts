import type { CatalogEntry } from '../../../catalogs/catalog.js';
import { findLostForms, isReference } from './find-lost-forms.js';
import type { Report } from '../../check.js';

/** Something that is filled in as it was, but in another form. A translation may follow what the change does to the text that it `follows`, before and after. */
export function reportLostForm(
  { label, value }: CatalogEntry,
  before: CatalogEntry,
  follows: readonly [before: CatalogEntry, after: CatalogEntry] | undefined,
  place: Pick<Report, 'path' | 'line' | 'column' | 'key'>,
): Report | undefined {
  if (isReference(value) && !isReference(before.value) && !isReference(follows?.[1].value ?? ''))
    return {
      message: `“${label}” is the text of “${value}” now. Your engineering DRI says in the pull request whether that is right.`,
      undecided: true,
      ...place,
    };
  const lost = findLostForms(before.value, value);
  if (lost.length === 0) return undefined;
  const followed = new Set(follows && findLostForms(follows[0].value, follows[1].value));
  const form = lost.find((each) => !followed.has(each));
  if (form === undefined) return undefined;
  const message = `“${label}” had “${form}”, which says how something is filled in or when it is shown, and does not have it like this any more. Your engineering DRI says in the pull request whether that is right.`;
  return { message, undecided: true, ...place };
}
