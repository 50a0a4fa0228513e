/** A text without what stands in comments between these marks; one that is never closed goes on to the end. Takes time in proportion to the text. */
export function withoutComments(text: string, open: string, close: string): string {
  const kept = text.split(open).map((part, at) => {
    if (at === 0) return part;
    const end = part.indexOf(close);
    return end < 0 ? '' : part.slice(end + close.length);
  });
  return kept.join(' ');
}
