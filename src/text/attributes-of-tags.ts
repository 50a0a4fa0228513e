/** An attribute of a tag, as it is written. */
export interface WrittenAttribute {
  readonly tag: string;
  /** Both in lower case. */
  readonly name: string;
  readonly value: string;
  readonly written: string;
  /** Offset in the text. */
  readonly at: number;
}

// No part of these begins as another does: they never look twice at a long text.
const tags = /<([a-z][^\s<>/]{0,60})((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]{1,2000}|["']){0,2000})/gi;
const attributes = /([^\s"'<>/=]{1,99})\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'<>]{0,2000}))/g;

/** The attributes of all tags of a text, also behind a “>” that stands in the value of one. */
export function* attributesOfTags(text: string): Generator<WrittenAttribute> {
  for (const { 1: tag = '', 2: inside = '', index } of text.matchAll(tags))
    for (const { 0: written, 1: name = '', 2: double, 3: single, 4: bare, index: at } of inside.matchAll(attributes))
      yield {
        tag: tag.toLowerCase(),
        name: name.toLowerCase(),
        value: (double ?? single ?? bare) as string,
        written,
        at: index + tag.length + 1 + at,
      };
}
