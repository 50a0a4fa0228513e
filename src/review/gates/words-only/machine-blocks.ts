import { opensBlock } from './code-role.js';

/** Follows the blocks of a template whose text goes to a machine: into a class, a script, a name, or to translators as a key. */
export interface MachineBlocks {
  /** Goes past a piece of code. */
  pass(code: string): void;
  /** Does the text that stands here go to a machine? */
  isInside(): boolean;
}

/** A text that is written out to be translated has no block behind it. */
const always =
  /^(?:\{%[-~+]?\s*(?:trans(?:late)?\b(?!\s*["'])|blocktrans|blocktranslate|js|css|script|javascript|stylesheet|style|highlight|code|mermaid|math|sql|json)\b|\{\{[#~-]*\s*(?:trans|script|style|code|set|json)\b|@(?:lang|script|js|assets)(?![\w(])(?!\s*\()|<%[-=_]*\s*(?:content_tag|tag)[.( :"']+(?:script|style|option|code|pre|textarea)\b|<%[-=_]*\s*\w*(?:highlight|code|script)\w*\b[^%]*\bdo\b)/i;
/** Into a variable: only a name tells that people read it. */
const captures =
  /^(?:\{%[-~+]?\s*(?:set|capture)\s+(?<name>[\w.]+)\s*[-~]?%\}|<%[-_]?\s*(?<name2>@?\w+)\s*=\s*capture\b)|\bob_start\b|^\{%[-~+]?\s*(?:filter|apply)\s+(?!markdown|upper|lower|title|capitalize|trim|spaceless|nl2br|safe|typogr)/i;
const prose =
  /title|text|label|head|description|content|body$|intro|message|msg|caption|summary|copy|footer|subject|lead|hint|note|button|paragraph|html|legend|error|help|question|answer|quote|inset|details|prompt_to/i;
/** Into a place of the page: its name tells where it is not read. */
const places =
  /^(?:\{%[-~+]?\s*(?:block|macro|call|section|push|slot|addtoblock)\b|\{\{[-#$<~]*\s*(?:-\s*)?(?:define|block|contentFor|content-for|section|partial|capture)\b|\{\{\$|@(?:section|slot|push|prepend|component)\b|<%[-=_]*\s*(?:content_for|provide|yield|slot|capture)\b|<\?php\s+\$this->(?:start|beginBlock|section)\b)/;
const machine =
  /class(?:es|name)?\b|style|script|(?:^|[^a-z])(?:css|js)(?![a-z])|jquery|on_?load|dom_?ready|analytics|tracking|url|href|canonical|\bsrc\b|attr|json|robots|schema|locale|theme|layout|icon|flag|(?:^|[^a-z])(?:id|key|mode|lang)\b/i;

/** Starts at the top of a template, where people read. */
export function followMachineBlocks(): MachineBlocks {
  let ends: RegExp | undefined;
  let opens: RegExp | undefined;
  let depth = 0;
  return {
    isInside: () => depth > 0,
    pass: (code) => {
      if (depth > 0) {
        if (ends?.test(code)) depth--;
        else if (opens?.test(code)) depth++;
        return;
      }
      if (!goesToMachine(code)) return;
      [opens, ends] = boundsOf(code);
      depth = 1;
    },
  };
}

function goesToMachine(code: string): boolean {
  // `content_for :url, path` has no block behind it.
  if (code.startsWith('<%') && !opensBlock.test(code)) return false;
  if (always.test(code)) return true;
  const { groups, 0: whole } = captures.exec(code) ?? {};
  if (whole !== undefined) return !prose.test(groups?.['name'] ?? groups?.['name2'] ?? '') || machine.test(code);
  // `@section('title', 'Home')` has no block behind it.
  return places.test(code) && machine.test(code) && !/^@\w+\s*\([^,)]*,/.test(code);
}

const never = /(?!)/;
const ruby = [
  /^<%[-=_]*\s*(?:if|unless|case|while|for|begin)\b|\bdo\s*(?:\|[^|]*\|)?\s*[-_]?%>$|->\s*%>$/,
  /^<%[-_]*\s*end\b/,
] as const;
const go = [/^\{\{-?\s*(?:if|range|with|define|block)\b/, /^\{\{-?\s*end\b/] as const;

/** What opens another such block in this one, and what ends it. */
function boundsOf(code: string): readonly [opens: RegExp, ends: RegExp] {
  if (code.startsWith('<%')) return ruby;
  if (code.startsWith('<?')) return [never, /ob_get|ob_end|->(?:end|stop)/];
  const [, tag] = /^\{%[-~+]?\s*(\w+)/.exec(code) ?? [];
  if (tag !== undefined) return [new RegExp(`^\\{%[-~+]?\\s*${tag}\\b`), new RegExp(`^\\{%[-~+]?\\s*end${tag}`)];
  const [, directive] = /^@(\w+)/.exec(code) ?? [];
  if (directive !== undefined)
    return [new RegExp(`^@${directive}\\b`), new RegExp(`^@(?:end${directive}|stop|show|append|overwrite)\\b`, 'i')];
  return /^\{\{-?\s*(?:define|block)\b/.test(code) ? go : [/^\{\{[#$<]/, /^\{\{\//];
}
