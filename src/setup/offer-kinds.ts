/** What only an engineer opens, by its name: code under a condition, and docs of which nobody knows who reads them. */
export type OfferKind = 'events' | 'components' | 'more-docs' | 'code-texts';

/** Each with what it is, in the order in which they are shown. */
export const offerKinds: Readonly<Record<OfferKind, string>> = {
  'more-docs': 'docs of which nothing says who reads them',
  'code-texts': 'texts in programs, words alone',
  events: 'files of events, for new ones',
  components: 'components, in their feature folders',
};

/** What was asked to be open, where there is none of it. */
export function describeAbsent(kind: OfferKind): string {
  return `None were found of what was to be open besides, ${kind} (${offerKinds[kind]}), so that opens nothing.`;
}

/** Whether a word is the name of such a kind. */
export function isOfferKind(name: string): name is OfferKind {
  return Object.hasOwn(offerKinds, name);
}
