/**
 * Compiles a wildcard that has no other sign than `*` to a test that a whole name passes or fails. `texts` is what stands
 * before, between and after the stars, so one more than there are stars. Each text is taken where it first fits, so a test
 * never goes back: its time is that of a few searches.
 */
export function matchStars(texts: readonly string[]): (name: string) => boolean {
  const first = texts[0] as string;
  const last = texts.at(-1) as string;
  const middle = texts.slice(1, -1);
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false;
    let at = first.length;
    for (const text of middle) {
      const found = name.indexOf(text, at);
      if (found < 0) return false;
      at = found + text.length;
    }
    return at + last.length <= name.length;
  };
}
