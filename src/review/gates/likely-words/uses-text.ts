/** Names of what does something with a text: asks, compares, looks up, runs, counts or sends it, or lets somebody do something. */
const does =
  /^(?:acl|add|agents?|all|allows?|append|collect|digital|driver|hover|hmt|paq|reply|respond|scroll|tester|utag|xhr|analytics|and|any|args|assert|assign|audit|auth|authorize|axios|be|body|by|cache|can|capture|case|chat|checkbox|class|classify|click|combo|commands?|commit|compare|complete|conditions?|contains|copilot|count|create|criteria|current|cy|declare|delete|deny|derive|detect|digest|dispatch|doc|edit|elsif|embed|emit|ends|enum|eq|equals?|eval|events?|exclude|exec|execute|exists|expand|expect|export|prf|secrets?|features?|fetch|fill|filter|finds?|first|flags?|ga|gate|generate|get|grant|gtag|guard|guide|has|hash|to|have|having|headers?|identify|if|in|includes?|index|insert|interface|is|join|json|keys?|hkdf|inc|interaction|knex|legend|log|logger|labels|locator|lookup|many|mark|match(?:er|es)?|messages|metrics?|moderate|mount|mutate|not|observe|on|only|option|or|orders?|param(?:eter)?s|parts|patch|patterns?|payload|permissions?|permit|persist|pluck|policy|post|pre|predicate|press|produce|prompts?|propose|publish|push|put|Q|query|queue|radio|raw|redis|regexp?|remove|rename|replace|requires?|resources?|rewhere|roles?|routes?|run|save|schemas?|set|scopes?|screen|search|see|select(?:or)?|send|should|sign|slug|split|sql|starts|states?|status|store|style|summarize|switch|system|tab|tap|tasks?|test|textarea|throws?|tools?|topics?|track(?:er)?|train\w*|translate|trigger|type|unless|until|update|upsert|url|users?|values?|variables|verify|view|visit|wait|when|where|while|with|write|z)$/i;
/** Is a name of what does something with a text? */
export function usesText(names: string): boolean {
  return wordsOf(names).some((word) => does.test(word));
}

function wordsOf(names: string): readonly string[] {
  return names.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter(Boolean);
}
