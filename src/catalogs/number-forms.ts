/** What texts for numbers are told apart by, after CLDR: `items.one`, `items_other`. */
export const numberForms: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Is this step of a key the name of a form for numbers? A step of a list is none. */
export function isNumberForm(step: string | number | undefined): boolean {
  return typeof step === 'string' && numberForms.includes(step);
}
