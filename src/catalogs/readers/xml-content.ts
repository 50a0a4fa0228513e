import type { XmlElement } from '../../parsers/parse-xml.js';

/** The elements directly in `parent`, of these names. */
export function elementsOf(parent: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return parent.children.flatMap((child) => (typeof child !== 'string' && names.includes(child.name) ? [child] : []));
}

/** What an element says, with the tags in it written out; `inline` writes those that stand for something else. */
export function contentOf({ children }: XmlElement, inline?: (element: XmlElement) => string | undefined): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      const inside = contentOf(child, inline);
      return inline?.(child) ?? (inside === '' ? `<${child.name}/>` : `<${child.name}>${inside}</${child.name}>`);
    })
    .join('');
}

/** All elements below `parent` of these names, in order. None of them is looked into. */
export function* descendantsOf(parent: XmlElement, names: ReadonlySet<string>): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (names.has(child.name)) yield child;
    else yield* descendantsOf(child, names);
  }
}
