/** What stands before a literal, with its quote, and what stands behind it: in its line, and below. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly below: string;
}

/** What may be said where it is shown: several words, a sentence at least, or nothing that is known. */
export type Shows = 'words' | 'sentence' | 'nothing';

/** So much of what stands above is looked at, in characters. */
const near = 1500;
/** A name that is given what people read; by others of them something is found or described too, so that only a sentence counts. */
const named =
  /(?<![\w$.-])["']?:?(?:(?<label>data-(?:bs-|original-)?(?:title|tooltip|confirm|content)|data-tippy-content|aria-label|(?<=\bText\(\s*)text|label|label_?[Tt]ext|tooltip|placeholder|hint|hint_?[Tt]ext|helper_?[Tt]ext|help_?[Tt]ext|subtitle|heading|caption|confirm)|title|text|message|description|summary|alt)["']?\s*(?:[:=]|=>)$/;
/** A call that shows a text, or asks for it by its words. */
const shows =
  /(?<![\w.$>@:-])(?:(?:Text|Label|SelectableText|NSLocalizedString|tr|i18n|_|__|u?gettext(?:_lazy)?)\(|t)$/;
/** What tells people of something in a sentence: a notice, or an error that they may come to see. */
const tells =
  /(?<![\w.$>@:-])(?:(?:new\s+|raise\s+)?(?:\w+\.)?[A-Z]\w*(?:Error|Exception)\(|(?:toast|message|notification|snackbar)\.(?:success|error|info|warn(?:ing)?)\()$/;
/** Strings that stand right before another, which become one with it. */
const joined = /(?:"(?:[^"\\\n]|\\.)*"\s*)+$/;
/** What gives a part of a page its text. */
const sets = /(?:\.|->)set(?:Text|Title|Label|ToolTip|StatusTip|PlaceholderText|WindowTitle)\($/;
/** Names of what does something with a text: asks, compares, looks up, runs, counts or sends it, or lets somebody do something. */
const does =
  /^(?:acl|agents?|all|allows?|analytics|any|assert|audit|auth|authorize|by|can|case|checkbox|click|commands?|compare|complete|conditions?|contains|count|create|delete|deny|dispatch|edit|elsif|emit|ends|enum|eq|equals?|eval|events?|exclude|exec|execute|exists|expect|features?|fetch|filter|finds?|first|flags?|ga|gate|gtag|guide|get|grant|guard|has|headers?|if|in|includes?|index|is|keys?|lookup|many|match(?:er|es)?|messages|metrics?|models?|not|only|option|orders?|param(?:eter)?s|parts|patterns?|permissions?|permit|pluck|policy|pre|prompts?|publish|put|query|queue|radio|raw|regexp?|remove|rename|replace|requires?|resources?|rewhere|roles?|routes?|run|schemas?|scopes?|search|select(?:or)?|send|split|sql|starts|states?|status|style|switch|system|tab|tap|tasks?|test|textarea|tools?|topics?|track(?:er)?|type|unless|until|update|url|users?|values?|verify|when|where|while|with|write|z|Q)$/i;
/** A file that speaks with language models: what it says there is told, and not shown. */
const speaksWithModels =
  /\b(?:openai|anthropic|gemini|langchain|langgraph|llama_?index|mcp|llms?|dspy|crewai|pydantic_ai|vertexai|bedrock|ollama|mistralai|schemars|generateText|streamText|HumanMessage|SystemMessage)\b|\brole["']?\s*(?:[:=]|=>)\s*["']?(?:system|assistant|user|developer|Role\.)/i;
/** A text over several lines may hold another language; where one begins and ends, nobody here knows in all of them. */
const overLines = /"""|'''|<<[~-]?["'A-Z]|%[wWiIqQrxs][[({<|!/]|[=(]\s*%[[({<|]|[=(,]\s*@"/;

/** Does a file hold strings in which quotes are none, or speak with a model? */
export function isHardToRead(text: string): boolean {
  return overLines.test(text) || speaksWithModels.test(text);
}

/** Is a name of what does something with a text? */
export function isUsed(names: string): boolean {
  return wordsOf(names).some((word) => does.test(word));
}

/** What may stand in quotes in code where it is only shown to people, by all that is around it? */
export function showsInQuotes(around: Around): Shows {
  const above = around.before.slice(-near);
  const whole = above.slice(0, -1).replace(joined, '').trimEnd();
  const last = whole.slice(whole.lastIndexOf('\n') + 1);
  if (count(around.before, '`') % 2 !== (above.endsWith('`') ? 1 : 0)) return 'nothing';
  const call = shows.exec(whole) ?? tells.exec(whole);
  const code = call === null ? whole : whole.slice(0, call.index).trimEnd();
  const name = named.exec(code);
  const isGiven = name !== null || (call !== null && isHandedOn(whole.slice(0, call.index)));
  if (!isGiven || !endsThere(around, last)) return 'nothing';
  const names = [...openNames(code), /<([\w.:-]+)[^<>]*>?\{?$/.exec(code)?.[1] ?? ''];
  if (names.some(isUsed)) return 'nothing';
  const isKnown = shows.test(whole) || name?.groups?.['label'] !== undefined;
  return isKnown ? 'words' : 'sentence';
}

/** Is a call handed on, or a statement of its own, and compared with nothing? */
function isHandedOn(code: string): boolean {
  const left = code.trimEnd();
  if (sets.test(left) || /(?:^|[({[,;:?>]|=>|\b(?:return|throw)|[^=!<>]=)$/.test(left))
    return !/[-=]>$/.test(left) || left.endsWith('=>');
  return /\n[ \t]*$/.test(code) && !/(?:[=<>|&~^%/*+-]|\b(?:in|is|not|and|or|eq))$/.test(left);
}

/** Is nothing asked of the literal, or of what it is given to, behind it? */
function endsThere({ after, below }: Around, line: string): boolean {
  const rest = after.slice(1).trim();
  const isAttribute = /\s[\w:-]+=$/.test(line);
  if (isAttribute && /^(?:$|\/?>|[\w@:#*[(v-])/.test(rest)) return true;
  if (!/^(?:[)\]}]*(?:[,;].*|\{?\s*(?:\/\/.*|#.*)?|\s*<.*)?|\)\.arg\(.*)$/.test(rest) || /[=!]==?|\|>/.test(rest))
    return false;
  const next = /^\s*(\S.*)/.exec(below)?.[1] ?? '';
  return (
    /[,;]$/.test(rest) || !/^(?:\.(?!arg\()|<(?![/a-zA-Z])|[?[|=!+-]|(?:in|is|not|and|or|eq|matches|like)\b)/.test(next)
  );
}

/** The names that stand in the statement before a place, and before the brackets that are open there. */
function openNames(code: string): readonly string[] {
  let depth = 0;
  const names: string[] = [];
  for (let at = code.length - 1; at >= 0; at -= 1) {
    const sign = code[at] as string;
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign) && depth > 0) depth -= 1;
    else if ('([{'.includes(sign)) {
      const before = code.slice(Math.max(0, at - 120), at);
      names.push(/([^\n;{}()[\],]*(?:<[\w, .<>]*>)?[!?.]*)\s*$/.exec(before)?.[1] ?? '');
    }
  }
  const statement = /[^;\n{}()[\],]*$/.exec(code)?.[0] ?? '';
  return [...names, statement.replace(named, '')];
}

function wordsOf(names: string): readonly string[] {
  return names.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
