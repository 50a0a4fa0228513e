/** What texts for numbers are told apart by, after CLDR: `items.one`, `items_other`. */
export const numberForms: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Is this step of a key the name of a form for numbers? A step of a list is none. */
export function isNumberForm(step: string | number | undefined): boolean {
  return typeof step === 'string' && numberForms.includes(step);
}

/** Does this step name a form for places in an order, as i18next writes it (`place_ordinal_few`)? */
export function isOrdinalForm(step: string | number | undefined): boolean {
  return typeof step === 'string' && /_ordinal_[a-z]+$/.test(step);
}
