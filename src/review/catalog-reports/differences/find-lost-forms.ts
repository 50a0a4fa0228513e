const reference = /^[@?](?:[\w.]{1,100}:)?[a-z]{2,20}\/[\w.]{1,200}$/gu;

/** Is the text another one of Android's (`@string/terms`)? */
export function isReference(text: string): boolean {
  return text.search(reference) >= 0;
}

/**
 * How something is filled in, beside what it is called: `{n, number, ::currency/EUR}`, `{{n, currency}}`, `{0:C}`, `%.2f`, `{ NUMBER($n, …) }`; from which
 * number on a part counts (`offset:1`, `1#`, `[2,*]`); and a text that is another one (`@string/terms`).
 */
const forms: readonly RegExp[] = [
  /\{\{?\s{0,9}[\p{L}\w.$-]{1,100}\s{0,9}(?:,(?!\s{0,9}(?:plural|select|selectordinal|choice)\s{0,9},)|[:!])[^{}]{1,200}\}\}?/gu,
  /\{\s{0,9}[A-Z]{3,30}\([^{}]{0,200}\)\s{0,9}\}?/gu,
  /%(?:\d{1,2}\$)?(?:[-+0#']{1,5}\d{0,3}|\d{1,3})?(?:\.\d{1,3})?(?:hh?|ll?)?[dioxXeEfgGs@](?![\p{L}\d])/gu,
  /\boffset:\d{1,5}/gu,
  reference,
];

/** For which numbers a part is: of Java's choices, and of Laravel's. */
const choice = /,\s{0,9}choice\s{0,9},/u;
const limits = /(?<=[,|]\s{0,9})-?[\d.∞]{1,20}[#<≤]/gu;
const parted = /^\s{0,9}(?:\{\d{1,9}\}|\[)[^|]{0,2000}\|/u;
const selectors = /(?<=(?:^|\|)\s{0,9})(?:\{\d{1,9}\}|\[[\d*]{1,9}\s{0,9},\s{0,9}[\d*]{1,9}\])/gu;

const part = /^(?:\{\d{1,9}\}|\[|-?[\d.∞]{1,20}[#<≤])/u;

/** Dates as programs write them: one sign of it by itself may be a number. */
const dates = /%[-^0#]?[YymdBbeHIMSpAaj](?![\p{L}\d])/gu;

/** Forms that a text had and does not have, as they were written. The order in which they stand says nothing. */
export function findLostForms(before: string, after: string): readonly string[] {
  const now = new Set(formsIn(after).map(squeeze));
  // One part for all numbers says of none that it is for it.
  const isWhole = !after.includes('|');
  return formsIn(before).filter((form) => !now.has(squeeze(form)) && !(isWhole && part.test(form)));
}

function formsIn(text: string): readonly string[] {
  if (!/[{%@?[]/u.test(text)) return [];
  const parts = choice.test(text) ? [limits] : parted.test(text) ? [selectors] : [];
  const found = [...forms, ...parts].flatMap((form) => [...text.matchAll(form)].map(([written]) => written));
  const ofDates = [...text.matchAll(dates)].map(([written]) => written);
  return [...found.filter((written) => !plain.test(written)), ...(ofDates.length > 1 ? ofDates : [])];
}

/** What stands by its name alone; and numbers are written as such without being told. */
const plain = /^%(?:\d{1,2}\$)?(?:hh?|ll?)?[a-z@]$|^\{\{?[^,]{0,200},\s{0,9}number\s{0,9}\}\}?$/iu;

function squeeze(form: string): string {
  return form.replace(/\s+/gu, '');
}
