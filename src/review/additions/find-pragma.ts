/**
 * What in a comment a tool heeds: a word for the compiler, a bundler, a linter, a test runner or an editor. Such a comment is code. Tools
 * look for theirs at the beginning of a line, some of them anywhere; a tag that no tool is known for counts too, so that the list
 * need not know all tools. Prose, tags that only describe and `TODO: …` are none. `text` is what stands between the comment's signs.
 */
export function findPragma({
  text,
  isBlock,
}: {
  readonly text: string;
  readonly isBlock: boolean;
}): string | undefined {
  const form =
    heededAnywhere.exec(text) ??
    heededAsOpening.exec(text) ??
    // ESLint takes names from a block that begins so.
    (isBlock ? /^\s*(?:globals?|exported)\s+[\w$]+/.exec(text) : null);
  if (form !== null) return form[0].trim();
  for (const line of text.split(/[\n\r\u2028\u2029]/)) {
    const words = line.slice(0, longestLine).replace(/^[\s*]+/, '');
    const tag = /^@([\w-]+)(?![\w/-])/.exec(words);
    if (tag !== null && !descriptions.has(String(tag[1]).toLowerCase())) return tag[0];
    const [found] = heededAtStart.exec(words) ?? [];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

/** No tool reads on for longer. */
const longestLine = 200;

const heededAnywhere =
  /[@#]__[a-z_]{1,40}__|@(?:jsx\w{0,40}|ts-(?:nocheck|check|ignore|expect-error)|(?:no)?flow|license|preserve|cc_on|vite-ignore|vue-(?:ignore|skip|expect-error|generic))\b|source(?:mapping)?url\s{0,9}=|(?:webpack|rspack|turbopack)[a-z]\w{0,40}\s{0,9}:/i;

/** `/*!` is kept by minifiers, `#!` names the program that runs the file, `/*:` and `/*::` are types to Flow, `/// <` is read by TypeScript. */
const heededAsOpening = /^(?:!.{0,40}|::?(?=.)|\/\s{0,9}<.{0,40})/;

const heededAtStart = new RegExp(
  [
    // In JavaScript `//# name=value`.
    '#(?!region|endregion)[a-z_!][\\w-]*',
    '[#@] +\\w+=',
    '(?!(?:auto|re|pre)-)[a-z]\\w*(?:-[a-z]+)*-(?:disable|enable|ignore|suppress)(?![a-z])[\\w-]*',
    '(?!todo|fixme|note)[a-z][\\w-]*: ?(?:disable|enable|ignore|allowlist|no ?cover)\\b',
    '(?:checkov|tfsec|trivy|gitleaks|semgrep|cspell|spell-?checker|yaml-language-server|renovate) *:',
    'node:coverage\\b',
    'eslint(?:-env| +[\\w@/-]+ *:)',
    '(?:js[hl]int|flowlint|jscs|tslint|noinspection|nosonar|nosem(?:grep)?|noqa|nolint|skipcq)\\b',
    '(?:istanbul|c8|v8|nyc|stryker|yamllint|deepcode) +(?:ignore|disable|enable|restore)\\b',
    'clang-format +o(?:n|ff)\\b',
    'codeql *\\[|lgtm\\b|kics-scan +\\w|i18next-extract-mark-',
    'language=',
    'vim?: *(?:set? |\\w+=)',
    '-\\*-',
    '\\$(?:Flow|Expect)\\w*',
  ]
    .map((form) => `^${form}`)
    .join('|'),
  'i',
);

/** Tags of JSDoc and TSDoc that say something to people alone. Those of types, of visibility and of licences are read by tools. */
const descriptions: ReadonlySet<string> = new Set(
  (
    'abstract access alias arg argument author category constructor date default defaultvalue deprecated desc description emits event example exception file fileoverview fires ' +
    'function group inheritdoc kind link listens member memberof method module name namespace note owner param packagedocumentation privateremarks prop property public ' +
    'remarks return returns see since summary throws todo trigger tutorial typeparam version warning'
  ).split(' '),
);
