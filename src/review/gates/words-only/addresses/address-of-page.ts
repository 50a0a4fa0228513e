const host = String.raw`(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}`;
const path = String.raw`[\w.~%,+=/-]*`;
const rest = String.raw`(?:\?[\w.=&;+~%-]*)?(?:#[\w.-]+)?`;
const address = new RegExp(
  String.raw`^(?:https?://${host}(?:/${path})?${rest}|mailto:[\w.+-]+@${host}|tel:\+?\d(?:[\d-]{4,18}\d)|/(?!/)${path}${rest}|#[\w-]+|[\w-][\w.-]*(?:/${path})?${rest})$`,
  'i',
);
/** Out of its folder, or not what it looks like: dots, slashes and signs that are written out, and letters of other scripts. */
const odd =
  /(?:^|\/)\.{1,2}(?:[/?#]|$)|[^:]\/\/|%(?![\da-f]{2})|%(?:2[ef5]|5c|[0189a-f])|xn--|&(?!amp;|\w+=)|(?<!&amp);/i;
/** Whoever follows it does something, or is led on. */
const acts =
  /(?:^|[/_?&-])(?:(?:log|sign)[-_]?(?:out|off)|delete|remove|destroy|revoke|unsubscribe|cancel|confirm|approve|accept|impersonate|oauth|callback|redirect)(?:$|[/?#&=_])|[?&]\w*(?:next|url|ur[il]|to|goto|continue|redir|redirect|dest|destination|return|forward|target|service|\w*token)=|\.(?:exe|msi|dmg|pkg|apk|bat|mobileconfig|jnlp|reg)$/i;
/** What a page is called that does something when it is opened. */
const verb =
  /^(?:log(?:out|off)|sign(?:out|off)|delete|remove|destroy|revoke|unsubscribe|cancel|confirm|approve|accept|impersonate|redirect|ban|grant|purge|erase|terminate|deactivate|sudo|unlock|switch)$/i;

/** Is it the address, written out, of a page or of somebody who gets mail or is called: nothing that runs, fills in, leaves its folder or acts when it is followed? */
export function isAddressOfPage(value: string): boolean {
  const plain = value.replaceAll('&amp;', '&');
  return value.length <= 500 && address.test(value) && !odd.test(value) && !acts.test(plain) && !isVerb(plain);
}

/** A page that is called so alone. */
const alone = /^(?:become|disable|enable|drop|reset|publish|close)$/i;

/** Does a part of the path begin or end with such a verb, or does what the page is given have one? */
function isVerb(value: string): boolean {
  const [way = '', given = ''] = value.replace(/^(?:https?:\/\/[^/?#]*|mailto:|tel:)/i, '').split('?');
  const parts = [...way.split('/').flatMap((each) => [wordsOf(each)[0], wordsOf(each).at(-1)]), ...wordsOf(given)];
  const pages = way.split('/').map((each) => each.replace(/\.\w+$/, '').replaceAll(/[^a-z]/gi, ''));
  return (
    parts.some((word) => word !== undefined && verb.test(word)) ||
    pages.some((page) => verb.test(page) || alone.test(page))
  );
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
}
