/** Elements whose texts are code, are chosen, or are written as they are. */
const machine = [
  'script',
  'style',
  'textarea',
  'option',
  'title',
  'template lang',
  'svg',
  'iframe',
  'noscript',
  'object',
];
const pairs = [
  ['<!--', '-->'],
  ['<%', '%>'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['@*', '*@'],
  ['<?', '?>'],
] as const;

/** Do words stand where a page shows them: between two tags, in no script, no code and no comment? */
export function isInText(before: string, after: string): boolean {
  const above = before.toLowerCase();
  if (pairs.some(([open, close]) => above.lastIndexOf(open) > above.lastIndexOf(close))) return false;
  if (machine.some((name) => above.lastIndexOf(`<${name}`) > above.lastIndexOf(`</${name.split(' ')[0] as string}`)))
    return false;
  return isTag(before, -1) && isTag(after, 1);
}

/** Is the nearest that is more than words on this side the end of a tag, or the beginning of one? */
function isTag(text: string, side: 1 | -1): boolean {
  const words = side === 1 ? /^[^<>{}()=;@|&"\x60]*/ : /[^<>{}()=;@|&"\x60]*$/;
  const rest = text.replace(words, '');
  return side === 1
    ? /^<\/?[a-z]/.test(rest)
    : /<\/?[a-z][\w-]*(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>$/.test(rest.slice(-2000));
}
