import { FluentParser, type Span } from '@fluent/syntax';

/** A text of a Fluent file: a message, a term (`-brand`), or an attribute of one (`login.title`). */
export interface FluentText {
  readonly key: string;
  /** Its pattern as written. */
  readonly value: string;
  readonly keyOffset: number;
  readonly offset: number;
}

/** The texts of a file and the places where it is none. Offsets count UTF-16 units. */
export interface Fluent {
  readonly texts: readonly FluentText[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}

/** Reads Fluent's syntax. Throws on no input. */
export function parseFluent(source: string): Fluent {
  // The parser reads a line's end as one sign, and places would be off.
  const text = source.replaceAll('\r\n', ' \n');
  const texts: FluentText[] = [];
  const problems: { message: string; offset: number }[] = [];
  try {
    for (const entry of new FluentParser({ withSpans: true }).parse(text).body) {
      if (entry.type === 'Junk') {
        for (const { message, span } of entry.annotations) problems.push({ message, offset: span?.start as number });
      }
      if (entry.type !== 'Message' && entry.type !== 'Term') continue;
      const name = `${entry.type === 'Term' ? '-' : ''}${entry.id.name}`;
      for (const { key, value, at } of [
        { key: name, value: entry.value, at: entry.span },
        ...entry.attributes.map((each) => ({ key: `${name}.${each.id.name}`, value: each.value, at: each.span })),
      ]) {
        if (value === null) continue;
        // Asked for above.
        const { start, end } = value.span as Span;
        texts.push({ key, value: text.slice(start, end), keyOffset: (at as Span).start, offset: start });
      }
    }
  } catch {
    problems.push({ message: 'it is nested too deeply', offset: 0 });
  }
  return { texts, problems };
}
