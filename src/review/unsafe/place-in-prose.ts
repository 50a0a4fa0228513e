/** Signs that what follows is shown, or left out, or read by other rules. */
const marks =
  /^[\s>*+.\d-]{0,20}(?:`{3,}|~{3,})|<!--|-->|<\/?(?:pre|code|textarea|xmp)\b|\{%-?\s?(?:end)?(?:raw|verbatim|comment)\b|^(?:-{4,}|\.{4,}|\+{4,}|\/{4,})\s*$/giu;

/**
 * For each line of prose, where it stands: the same for two lines of which one does what the other does. A tag in a comment, in an example of code or in
 * what a directive holds does nothing until that is gone.
 */
export function placesInProse(text: string): readonly string[] {
  let open = '';
  let isComment = false;
  let isCode = true;
  const around: { readonly indent: number; readonly line: string }[] = [];
  return text.split('\n').map((line) => {
    for (const [mark] of line.matchAll(marks)) {
      if (mark === '<!--') isComment = true;
      else if (mark === '-->') isComment = false;
      else open = digest(open, mark);
    }
    if (line.trim() === '') {
      isCode = true;
      return '';
    }
    const indent = line.search(/\S/u);
    isCode &&= indent >= 4 || line.startsWith('\t');
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    const above = around.at(-1)?.line.trim() ?? '';
    around.push({ indent, line });
    return `${open} ${isComment} ${isCode} ${/::\s*\S*$/u.test(above) ? above : ''}`;
  });
}

/** Short, however many there were. */
function digest(before: string, mark: string): string {
  let [one, other] = before === '' ? [7, 11] : (before.split('.').map(Number) as [number, number]);
  for (const sign of mark) {
    const code = sign.codePointAt(0) as number;
    one = (Math.imul(one, 31) + code) | 0;
    other = (Math.imul(other, 131) ^ code) | 0;
  }
  return `${one}.${other}`;
}
