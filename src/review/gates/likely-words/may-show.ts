/** What stands before a literal, with its quote, and what stands behind it in its line. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** What may be said where it is shown: a sentence at least, or words. */
export type Shows = 'words' | 'sentence' | 'nothing';

/** So much of what stands above is looked at, in characters. */
const near = 600;
/** Names of what does something with a text: asks, compares, looks up, runs, counts or sends it, or lets somebody do something. */
const does =
  /^(?:acl|add|agent|allow|analytics|assert|audit|auth|authorise|authorize|by|cache|call|can|capture|case|channel|class|click|cls|command|compare|condition|contains|cookie|count|create|delete|deny|detect|dispatch|elsif|emit|ends|enum|equal|equals|eval|event|events|exclude|exec|execute|expect|feature|fetch|filter|find|flag|flags|from|get|grant|guard|has|header|headers|id|identify|if|import|in|include|includes|index|instruction|instructions|invoke|is|key|keys|log|logger|lookup|many|map|match|matcher|matches|metric|model|name|names|not|on|only|option|or|pattern|permission|permissions|permit|policy|post|prefix|prompt|prompts|publish|put|query|queue|raw|record|regex|regexp|remove|replace|request|require|role|roles|route|rule|run|scope|script|search|select|selector|send|set|signal|slug|spawn|split|sql|start|starts|state|status|style|suffix|switch|system|tap|test|textarea|tool|topic|track|trigger|type|unless|until|url|use|user|users|value|values|verify|when|where|while)$/;
/** A name that is given what people read. */
const shown =
  /(?:^|[^\w$])(?:label(?:Text)?|title|text|tooltip|placeholder|hint(?:Text)?|helper_?[Tt]ext|heading|description|caption|message|confirm|subtitle|summary)["']?\s*(?:[:=]|=>)$/;
/** A call that shows a text, or asks for it by its words. */
const showing =
  /(?<![\w.$>])(?:(?:Text|Label|Button|Toggle|SelectableText|NSLocalizedString|tr|i18n|t|_|__|u?gettext(?:_lazy)?|trans(?:late)?)\(|t)$/;
/** What stands beside what a model is told. */
const ofModel =
  /\brole["']?\s*(?:[:=]|=>)\s*["'](?:system|assistant|user|developer)|\b(?:inputSchema|input_schema|parameters|system_prompt|systemPrompt)\b/;
const attribute =
  /(?:^|[\s"'])(?:[\w-]*-)?(?:title|alt|label|tooltip|tip|text|hint|heading|description|placeholder|caption|confirm|help|summary|subtitle|(?:tippy|bs)-content)=["']$/i;
const bound = /(?:^|[\s"'])(?:on|v-|x-|ng-|data-ng-|wire|hx-|bind|[:@[(*#])[^\s"'=]*=["']$/i;

/** What may stand in quotes as something that is only shown to people, by all that is around it? */
export function showsInQuotes({ before, after }: Around, isPage: boolean): Shows {
  const above = before.slice(-near);
  if (isPage && /[\w-]=["']$/.test(above)) return showsInAttribute(above);
  const whole = above.slice(0, -1).trimEnd();
  const call = showing.exec(whole);
  const code = call === null ? whole : whole.slice(0, call.index).trimEnd();
  if (!isHandedOn(code) || !endsThere(after.slice(1).trimStart(), code)) return 'nothing';
  const names = [lastNames(code), openCalls(code), /<([\w.:-]+)[^<>]*>\{$/.exec(code)?.[1] ?? ''];
  if (names.flatMap(wordsOf).some((word) => does.test(word)) || ofModel.test(above) || ofModel.test(after))
    return 'nothing';
  return call !== null || shown.test(code) ? 'words' : 'sentence';
}

function showsInAttribute(above: string): Shows {
  const element = /<([\w.:-]+)[^<>]*$/.exec(above)?.[1] ?? 'if';
  const isUsed = bound.test(above) || !attribute.test(above) || wordsOf(element).some((word) => does.test(word));
  return isUsed ? 'nothing' : 'words';
}

/** Does the code before it give the literal to something, and neither compare it nor look something up by it? */
function isHandedOn(code: string): boolean {
  if (/(?:[=!<>]=|=~|<>|[\w)\]]\s*\[|\]\s*[:=]|[&|~^%/<-])$/.test(code)) return false;
  return code === '' || /(?:[(,=:?+{[."']|=>|[a-z][\w.]*)$/.test(code);
}

/** Does the literal end what it stands in, so that nothing is asked of it? */
function endsThere(rest: string, code: string): boolean {
  if (rest.startsWith(':')) return /\?[^?;{}]*$/.test(code);
  return /^(?:$|[,)\]};+]|\+\+|<>|-?%>|#|\/\/|\.(?:$|\s|(?:arg|format|html_safe|to_string|into|localized)\b))/.test(
    rest,
  );
}

/** What gives a part of a page its text. */
const sets = /^(?:set|show|with|add)_?(?:Text|Title|Label|Tool_?Tip|Message|Placeholder|Hint|Description)$/i;

/** The words of the names right before a place: what a text is given to, by which name. */
function lastNames(code: string): string {
  const line = code.slice(code.lastIndexOf('\n') + 1);
  return /((?:[\w$.@]+\s+){0,3}[\w$.@]+)["']?\s*(?:[:=(]|=>)?$/.exec(line)?.[1] ?? '';
}

function wordsOf(names: string): readonly string[] {
  return names
    .split(/[^\w]+/)
    .filter((name) => !sets.test(name))
    .flatMap((name) => name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/))
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

/** The names before the brackets that are open. */
function openCalls(code: string): string {
  let depth = 0;
  const names: string[] = [];
  for (let at = code.length - 1; at >= 0; at -= 1) {
    const sign = code[at] as string;
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign) && depth > 0) depth -= 1;
    else if (sign === '(') names.push(/([\w$.@]+)[!?]?\s*$/.exec(code.slice(Math.max(0, at - 80), at))?.[1] ?? '');
  }
  return names.join(' ');
}

const leads =
  /(?:\b(?:href|destination)["']?\s*(?:[=:]|=>)\s*[({]*["'`]|\bhref\s+["'`]|\b(?:Browser|window|UIApplication\.shared)\.open\w*\(\s*["'`]|\b(?:openURL|openUrl|launchUrl|Link)\(\s*["'`])$/;
const inHref = /\bhref\s*=\s*\{[^{}<>;]*\?[^{}<>;]*["'`]$/;

/** Is an address one that is only led to, by what stands before it? */
export function leadsSomewhere(before: string): boolean {
  const above = before.slice(-near);
  return leads.test(above) || inHref.test(above);
}
