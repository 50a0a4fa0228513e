/** What an element says to people, whatever it does else. */
const always = /^(?:alt|aria-label)$/i;
const spoken = /^(?:alt|title|placeholder|aria-label)$/i;
/** What components, and calls that draw, are given to show it and for nothing else. */
const label =
  /^(?:text|label|title|sub-?title|heading|sub-?heading|tooltip|caption|legend|hint|placeholder|alt|blurb|description|badgeName|(?:[a-z]+[-_]?)?(?:(?:link|button|help|helper|hint|label|title|heading|summary|tooltip|caption|legend|placeholder|description|warning|error|cta)[-_]?(?:text|label)|helper[-_]?text)|aria-label)$/i;
/** Their labels go to a machine, too. */
const handsOn =
  /track|event|analytic|metric|log(?:ger)?$|query|search|route|redirect|feature|flag|gate|script|style|code|trans|^meta$|helmet|^head$|seo/i;
const isComponent = /\p{Lu}|[-.]/u;
/** What only sends a form. */
const sends = /^(?:f:form\.submit|input\b(?=[^>]*\btype=["']submit["']))/;

/** Does an argument, or an attribute of a component, of such a name hold words that are shown, and nothing else? */
export function isShownName(name: string): boolean {
  return label.test(name);
}

/** Do people read what stands in such an attribute of a tag? `isOdd`: nobody knows what its element does with it. */
export function showsAttribute(element: string, name: string, tag: string, isOdd: boolean): boolean {
  // Without a name nobody is sent what a button says.
  if (name === 'value') return sends.test(tag.slice(1)) && !/\s(?:name|property|form\w*|v-\w+|on\w+)\s*=/i.test(tag);
  if (isOdd) return always.test(name);
  return spoken.test(name) || (isComponentThatShows(element) && isShownName(name));
}

/** Is it a component that shows what it is given, as far as its name tells? */
function isComponentThatShows(element: string): boolean {
  return isComponent.test(element) && !handsOn.test(element);
}
