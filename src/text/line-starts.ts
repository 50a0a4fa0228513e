/** Where each line of a text begins: offsets in UTF-16 units. Lines end where git's do, at a line feed, and there is one at least. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
