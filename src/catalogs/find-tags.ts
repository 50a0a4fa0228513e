/**
 * Each tag of a message, as often as it stands there: `<b>`, `</b>`, `<br/>` for what has no content. A word between angle brackets that
 * nothing closes is no tag, unless it is one that everybody knows.
 */
export function* findTags(message: string): Generator<string> {
  if (!message.includes('<')) return;
  for (const groups of message.matchAll(tagEach)) {
    const [slash, name, end] = groups.slice(1).map(String);
    const alone = end === '/' || empty.test(String(name));
    if (!alone && !paired.test(String(name)) && !message.includes(`</${String(name)}`)) continue;
    yield alone ? `<${String(name)}/>` : `<${String(slash)}${String(name)}>`;
  }
}

/** The first tag of those that HTML and translation libraries know which is never closed or never opened, as it is written. */
export function findUnbalancedTag(message: string): { readonly tag: string; readonly offset: number } | undefined {
  const open: { name: string; tag: string; offset: number }[] = [];
  for (const { 0: tag, 1: slash, 2: name = '', 3: end, index: offset } of message.matchAll(tagEach)) {
    if (end === '/' || empty.test(name) || !paired.test(name)) continue;
    if (slash === '') open.push({ name, tag, offset });
    else {
      const at = open.findLastIndex((each) => each.name === name);
      if (at === -1) return { tag, offset };
      open.splice(at, 1);
    }
  }
  return open[0];
}

/** One name for a tag that HTML has two of: `<b>` for `<strong>`, `<i>` for `<em>`. */
export function sameInHtml(tag: string): string {
  return tag.replace(/^(<\/?)strong>$/, '$1b>').replace(/^(<\/?)em>$/, '$1i>');
}

// Nothing here repeats a repetition, and what is repeated is bounded.
const tagEach = /(?<!%)<(\/?)([a-z][\w.:-]{0,60}|\d{1,3})(?=[\s/>])[^<>]{0,500}?(\/?)>/gi;
const empty = /^(?:br|hr|img|wbr|input|x|ph)$/i;
const paired =
  /^(?:a|b|i|u|s|em|strong|span|code|pre|small|big|sub|sup|mark|kbd|div|h[1-6]|ul|ol|table|bold|link|\d{1,3})$/i;
