/** Elements of which whatever follows would become a part: folded away, code, a cell. */
const element = /<(\/?)(details|pre|table|textarea|script|style)(?=[\s/>])/gi;

/** The closing tags of the elements that Markdown leaves open at its end, one a line. A tag more than needed shows nothing. */
export function closingTags(markdown: string): string {
  const open: string[] = [];
  for (const [, slash, written = ''] of markdown.matchAll(element)) {
    const name = written.toLowerCase();
    if (slash === '') open.push(name);
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
  }
  return open
    .reverse()
    .map((name) => `</${name}>\n`)
    .join('');
}
