const host = String.raw`(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}`;
const path = String.raw`[\w.~%,+=/-]*`;
const rest = String.raw`(?:\?[\w.=&;+~%-]*)?(?:#[\w.-]+)?`;
const address = new RegExp(
  String.raw`^(?:https?://${host}(?:/${path})?${rest}|mailto:[\w.+-]+@${host}|tel:\+?\d(?:[\d-]{4,18}\d)|/(?!/)${path}${rest}|#[\w-]+|[\w-][\w.-]*(?:/${path})?${rest})$`,
  'i',
);
/** Out of its folder, or not what it looks like: dots, slashes and signs that are written out, and letters of other scripts. */
const odd =
  /(?:^|\/)\.{1,2}(?:[/?#]|$)|[^:]\/\/|%(?![\da-f]{2})|%(?:2[ef]|5c|[0189a-f])|xn--|&(?!amp;|\w+=)|(?<!&amp);/i;
/** Whoever follows it does something, or is led on. */
const acts =
  /(?:^|[/_?&-])(?:(?:log|sign)[-_]?(?:out|off)|delete|remove|destroy|revoke|unsubscribe|cancel|confirm|approve|accept|impersonate|oauth|callback|redirect)(?:$|[/?#&=_])|[?&]\w*(?:next|url|ur[il]|to|goto|continue|redirect)=/i;

/** Is it the address, written out, of a page or of somebody who gets mail or is called: nothing that runs, fills in, leaves its folder or acts when it is followed? */
export function isAddressOfPage(value: string): boolean {
  return value.length <= 500 && address.test(value) && !odd.test(value) && !acts.test(value);
}
