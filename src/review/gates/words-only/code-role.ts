/** What a piece of code does to the words beside it: it fills something in among them, it says nothing, or it decides what becomes of them. */
export type CodeRole = 'fills' | 'note' | 'branch';

const note =
  /^(?:<!--(?!\s*(?:#|\/?ko\b|\[(?:if|end)|<!|esi))|<(?!code\b)[a-z]|<%#|<%!?--|<%=?\s*#|\{#(?!if|each|await|key|snippet)|\{\{-?\s*(?:!|--|\/\*)|\{%-?\s*#)/;
/** What a block of Ruby, Elixir or JavaScript begins with. */
export const opensBlock = /\bdo\s*(?:\|[^|]*\|)?\s*[-_]?%>$|(?:->|\{)\s*(?:\|[^|]*\|)?\s*[-_]?%>$/;
const fills =
  /^(?:<code\b|<%[=-]|<%==|<\?=|<\?php\s+echo\b|\{\{\{?(?![-~]?\s*(?:[#/^$<>&!=~-]|(?:else|end|if|range|with|define|block|template)\b))|\{\{&|\{!!|\{(?![{%#/:@])|\{@html\b|\[\[|\[%|\(\(|\]|\[|`|@(?:lang|choice)\s*\()/;

/** The role of a masked piece of a template. Words that only change sides of what fills in stay words; what stands in a branch does not leave it. */
export function roleOf(code: string): CodeRole {
  if (note.test(code)) return 'note';
  return fills.test(code) && !opensBlock.test(code) ? 'fills' : 'branch';
}

const closes =
  /^(?:<%[-_=]*\s*(?:end\b|\}\s*(?:\)\s*;?\s*)?[-_]?%>)|\{%[-~+]?\s*end|\{\{[-~]?\s*(?:\/|end\b)|@(?:end|stop\b|show\b)|<\?(?:php)?\s*(?:end|\}\s*\?>)|\{\/|\}|#end\b|<!--\s*(?:#endif|\/ko|<!\[endif))/;
const between =
  /^(?:<%[-_=]*\s*(?:\}\s*)?(?:else|elsif|when|in|rescue|ensure|case)\b|\{%[-~+]?\s*(?:el|when|case|empty|plural)|\{\{[-~]?\s*(?:else|\^)|@(?:else|case|default|empty)|<\?(?:php)?\s*(?:\}\s*)?(?:else|case|default)|\{:|#else)/;

/** Does a piece of code end what another began, as far as it can be seen, or end one branch and begin the next? */
export function closesBlock(code: string): 'closes' | 'between' | 'no' {
  return closes.test(code) ? 'closes' : between.test(code) ? 'between' : 'no';
}
