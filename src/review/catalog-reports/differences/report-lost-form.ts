import type { CatalogEntry } from '../../../catalogs/catalog.js';
import { findLostForms, isReference } from './find-lost-forms.js';
import type { Report } from '../../check.js';

/** A form by which C++, Python and .NET write a value, and stop where it is of another kind: `{path:d}`. */
const specified = /^\{[^{},]{1,100}[:!]/u;

/** Something that is filled in as it was, but in another form, or in one where it had none. A translation may follow what the change does to the text that it `follows`, before and after. */
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
  const [wasThere, isThere] = follows ?? [];
  const lost = findLostForms(before.value, value);
  const followed = new Set(wasThere && isThere && findLostForms(wasThere.value, isThere.value));
  const form = lost.find((each) => !followed.has(each));
  const says = (words: string): Report => ({
    message: `“${label}” ${words}. Your engineering DRI says in the pull request whether that is right.`,
    undecided: true,
    ...place,
  });
  if (form !== undefined)
    return says(
      `had “${form}”, which says how something is filled in or when it is shown, and does not have it like this any more`,
    );
  const unknown = new Set(isThere && findLostForms(value, isThere.value));
  const gained = findLostForms(value, before.value).find(
    (each) => specified.test(each) && (isThere === undefined || unknown.has(each)),
  );
  return gained === undefined || lost.length > 0
    ? undefined
    : says(`has “${gained}” now, which says how something is filled in or when it is shown, and had nothing like it`);
}
