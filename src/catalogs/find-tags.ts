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

/** A tag that has no other half, as it is written, or that closes before one does which was opened in it: `crossed`. */
export interface UnbalancedTag {
  readonly tag: string;
  readonly offset: number;
  readonly crossed?: string;
}

/**
 * The first tag of those that HTML, Angular and translation libraries know which is never closed, never opened, or closed in another order than such
 * tags were opened.
 */
export function findUnbalancedTag(message: string): UnbalancedTag | undefined {
  const open: { name: string; tag: string; offset: number }[] = [];
  let crossing: UnbalancedTag | undefined;
  for (const { 0: tag, 1: slash, 2: name = '', 3: end, index: offset } of message.matchAll(tagEach)) {
    if (end === '/' || empty.test(name) || !paired.test(name)) continue;
    if (slash === '') open.push({ name, tag, offset });
    else {
      const at = open.findLastIndex((each) => each.name === name);
      if (at === -1) return { tag, offset };
      const inner = open[at + 1];
      if (inner !== undefined) crossing ??= { tag, offset, crossed: inner.tag };
      open.splice(at, 1);
    }
  }
  return open[0] ?? crossing ?? findUnopenedMark(message);
}

/** Angular's marks for tags: `{START_LINK}` and, of the same name for a second link, `{START_LINK_1}`, each before its `{CLOSE_LINK}`. */
function findUnopenedMark(message: string): UnbalancedTag | undefined {
  const open = new Map<string, number>();
  for (const { 0: tag, 1: half, 2: name = '', index: offset } of message.matchAll(mark)) {
    const before = open.get(name) ?? 0;
    if (half === 'CLOSE' && before === 0) return { tag, offset };
    open.set(name, before + (half === 'CLOSE' ? -1 : 1));
  }
  return undefined;
}

/** One name for a tag that HTML has two of: `<b>` for `<strong>`, `<i>` for `<em>`. */
export function sameInHtml(tag: string): string {
  return tag.replace(/^(<\/?)strong>$/, '$1b>').replace(/^(<\/?)em>$/, '$1i>');
}

// Nothing here repeats a repetition, and what is repeated is bounded.
const tagEach = /(?<!%)<(\/?)([a-z][\w.:-]{0,60}|\d{1,3})(?=[\s/>])[^<>]{0,500}?(\/?)>/gi;
const mark = /\{(START|CLOSE)_([A-Z][A-Z_]{0,60}?)(?:_\d{1,3})?\}/g;
const empty = /^(?:br|hr|img|wbr|input|x|ph)$/i;
const paired =
  /^(?:a|b|i|u|s|em|strong|span|code|pre|small|big|sub|sup|mark|kbd|div|h[1-6]|ul|ol|table|bold|link|\d{1,3})$/i;
