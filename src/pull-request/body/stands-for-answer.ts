const item = /^\s{0,20}(?:[-*+]|\d{1,3}[.)])(?:\s|$)/;

/**
 * Whether a line of a template only stands in the place of an answer (“none”, “[what you did]”, an item with nothing in it), as an item or a paragraph
 * of its own: where ours stands, it would speak against it. Out of the middle of a paragraph nothing is taken, since the rest would make no sense.
 */
export function standsForAnswer(lines: readonly string[], at: number): boolean {
  const line = lines[at] as string;
  if (!standsIn(line) || goesOn(lines[at + 1])) return false;
  return item.test(line) || !goesOn(lines[at - 1]);
}

/** “_(REQUIRED)_”, “(fill in or delete this section)”: said to whoever writes, alone on its line. */
const demand =
  /^([_*]{0,2})\((?:required|optional|(?:please )?(?:fill|delete|remove|describe|replace)\b[^()\n]{0,80})\.?\)\1$/i;

function standsIn(line: string): boolean {
  const isBox = /^\s{0,20}[-*+] \[.\]/.test(line);
  const answer = line.replace(/^\s{0,20}(?:[-*+]|\d{1,3}[.)])\s/, '').trim();
  const isEmpty = /^(?:[-*+]|\d{1,3}[.)])$/.test(line.trim());
  return (
    !isBox &&
    (isEmpty ||
      demand.test(answer) ||
      /^(?:none|n\/a)\.?$/i.test(answer) ||
      /\[[^\]\n!][^\]\n]{2,99}\](?![([:])/.test(answer))
  );
}

/** Words of the same paragraph. */
function goesOn(line = ''): boolean {
  const isOther =
    item.test(line) || /^\s{0,3}(?:#{1,6}\s|\*\*[^*]{1,200}\*\*:?\s*$|[|<>]|`{3}|~{3}|[-*_=]{3,}\s*$)/.test(line);
  return line.trim() !== '' && !isOther && !standsIn(line);
}
