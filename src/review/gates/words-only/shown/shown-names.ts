/** What an element says to people, whatever it does else. */
const always = /^(?:alt|aria-label)$/i;
const spoken = /^(?:alt|title|placeholder|aria-label)$/i;
/** What components, and calls that draw, are given to show it and for nothing else. */
const label =
  /^(?:text|label|title|sub-?title|heading|sub-?heading|tooltip|caption|legend|hint|placeholder|alt|blurb|description|badgeName|(?:[a-z]+[-_]?)?(?:(?:link|button|help|helper|hint|label|title|heading|summary|tooltip|caption|legend|placeholder|description|warning|error|cta)[-_]?(?:text|label)|helper[-_]?text)|aria-label)$/i;
/** Their labels go to a machine, too. */
const handsOn =
  /track|event|analytic|metric|log(?:ger)?$|query|search|route|redirect|feature|flag|gate|script|style|code|trans|^meta$|helmet|^head$|seo|radio|checkbox|choice|chip|option|select-?item|command|copy|clipboard|(?:^|[^a-z])qr|guard|protect|require|permission|role|^can$|experiment|variant|mixpanel|^ga$|tool$|agent|terminal|fetch|provider|hidden|cookie/i;
const isComponent = /\p{Lu}|[-.]/u;
/** What only sends a form, and says nothing of itself to whom it is sent; without a name nobody is sent what a button says. */
const sends =
  /^<(?:input|f:form\.submit)(?:\s+(?:disabled|(?:type|value|class|className|id|style|title|tabindex|tabIndex|aria-[a-z]+|data-testid)=(?:"[^"]*"|'[^']*'|\{[^{}]*\})))*\s*\/?>$/;
const ofSubmit = /^<f:form\.submit\s|\stype=["']submit["']/;
/** Here code of the same tag reads what the tag says; below, the text of an attribute is the key of its translations. */
const readBack = /\.(?:title|alt|placeholder|ariaLabel|textContent|innerText|innerHTML)\b|getAttribute/;

/** Does an argument, or an attribute of a component, of such a name hold words that are shown, and nothing else? */
export function isShownName(name: string): boolean {
  return label.test(name);
}

/** Do people read what stands in such an attribute of a tag? `isOdd`: nobody knows what its element does with it. */
export function showsAttribute(element: string, name: string, tag: string, isOdd: boolean): boolean {
  if (readBack.test(tag) || /\si18n-/.test(tag)) return false;
  if (name === 'value') return sends.test(tag) && ofSubmit.test(tag);
  if (isOdd) return always.test(name);
  if (!isComponent.test(element)) return spoken.test(name);
  return always.test(name) || (isShownName(name) && !handsItOn(element));
}

/** Does a component, or a part of a page, of such a name give what it is given to a machine, too? */
export function handsItOn(name: string): boolean {
  return handsOn.test(name);
}
