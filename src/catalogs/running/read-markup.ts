/** A value of an attribute as a browser reads it: numbers and names that stand for signs are those signs. */
export function readMarkup(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(entity, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name.toLowerCase()) ?? all;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const entity = /&(?:#x0{0,9}([0-9a-f]{1,6});?|#0{0,9}(\d{1,7});?|([a-z]{2,8});)/gi;
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['bsol', '\\'],
  ['colon', ':'],
  ['commat', '@'],
  ['lpar', '('],
  ['newline', '\n'],
  ['period', '.'],
  ['quot', '"'],
  ['rpar', ')'],
  ['sol', '/'],
  ['tab', '\t'],
]);

/** A style as a browser reads it, without its comments and with its escapes undone (`\75rl(` is `url(`). */
export function withoutEscapesOfCss(style: string): string {
  return style
    .replace(/\/\*[^*]{0,2000}\*\//g, '')
    .replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_all, hex?: string, sign?: string) => {
      const code = parseInt(hex ?? '', 16);
      return sign ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
    });
}
