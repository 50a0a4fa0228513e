/** Something that tells a tool, or who reads a text, to do something. */
export interface Order {
  /** Of which paths, in lower case: of all where it is left out. */
  readonly of?: RegExp;
  /** Finds what is said in a line. */
  readonly pattern: RegExp;
  readonly say?: string;
  /** Also in an example of code, which readers copy, and templates are filled in before. */
  readonly isInCode?: true;
}

/** A text of a catalog has no path. */
const text = /^$/u;
const markdown = /\.(?:md|markdown)$/u;
export const prose = /\.(?:md|markdown|rst|adoc|txt)$/u;

/** Directives of reStructuredText and MyST that set words. */
const plainDirectives =
  'note|warning|tip|hint|important|caution|danger|attention|error|admonition|seealso|todo|code|code-block|sourcecode|highlight|parsed-literal|toctree|contents|image|figure|table|list-table|rubric|versionadded|versionchanged|deprecated|glossary|centered|topic|sidebar|epigraph|pull-quote|option|index|only|container|class|rst-class|tab-set|tab-item|grid|grid-item-card|card|dropdown|mermaid|sectionauthor|default-domain';
const plainBlocks = `plain|text|html|math|bash|json|yaml|toml|${plainDirectives}`;
const packages =
  '(?:npm|pnpm|yarn|bun|deno)\\s{1,3}(?:i|install|add|dlx|create|exec|x)|(?:npx|pnpx|bunx|uvx)|(?:pipx?3?|uv pip|conda|mamba|poetry|gem|cargo|brew|apt|apt-get|dnf|yum|apk|snap|choco|scoop|winget|composer|dotnet tool|helm|luarocks|cpanm?)\\s{1,3}(?:install|add|get|require|tap|run|upgrade)|docker\\s{1,3}(?:run|pull)|go\\s{1,3}(?:get|install|run)(?=\\s{1,3}[\\w.-]{1,80}[./])';

/** All that are known; in doubt one is none of words. */
export const orders: readonly Order[] = [
  // Templates: names that are filled in are none, nor what asks for one.
  {
    of: prose,
    pattern: /\{%-?\s{0,9}(?!(?:end)?(?:if|elsif|elif|else|for|unless|raw|comment)\b)[a-z_]{1,40}[^%}\n]{0,200}/giu,
    isInCode: true,
  },
  { pattern: /\{[{%][^{}\n]{0,200}(?:\(|__|\bconstructor\b)/giu, say: '{{ … }}', isInCode: true },
  { of: prose, pattern: /\{\{(?!#(?:if|each|unless|with)\b)[<%#&>!=]\s{0,9}[\w/.-]{0,40}/gu, isInCode: true },
  { of: prose, pattern: /<%|<\?(?:php|=)|\{!!|\{\{\{/giu },
  { of: prose, pattern: /^\s{0,9}(?:--8<--|<<<\s|!include|::include)/giu, isInCode: true },
  // What takes in another file from a comment, from what stands behind a link, or as DocFX writes it.
  {
    of: prose,
    pattern:
      /<!--\s{0,9}(?:@\s?(?:include|import|snippet)\b|#(?:include|exec|echo|config|set|fsize|flastmod|printenv)\b|(?:include(?:-markdown)?|import|snippet|embed(?:me)?|transclude|exec)(?:\s{0,3}[:(=]|\s{1,3}["'./]|\s{1,3}[\w./-]{1,200}\.\w))[^\n>]{0,200}/giu,
    isInCode: true,
  },
  { of: markdown, pattern: /\]\([^()\n]{1,300}["']:include\b|\[!(?:include|code)\b/giu, isInCode: true },
  {
    of: prose,
    pattern:
      /^\s{0,9}(?:@import|import\s[^\n]{0,200}from\s{0,9}["']|import\s{0,9}["']|export\s{1,9}(?:default|const|let|var|function|class)\b)/giu,
  },
  { of: prose, pattern: /\{![^{}\n]{1,200}!\}|!\[\[|\{\{:/gu },
  { of: markdown, pattern: /\{:?[^{}\n]{0,200}\b(?:on[a-z]{3,30}|style|src|href)\s{0,9}=/giu, say: '{…=…}' },
  { of: markdown, pattern: /\{\s{0,9}[a-z_$][\w$.]{0,60}(?:\(|\.env\b)/giu, say: '{…}' },
  {
    of: text,
    pattern:
      /\{@(?:html|const|debug)|!\{|\{\{\s?[&>]|<\/?[#@][a-z]|#(?:set|include|parse|evaluate)\(|<(?:c|jsp|s|fmt|th|esi|xi):[a-z]|<(?:plaintext|xmp|noscript|noframes)\b|<!--(?![^\n]{0,2000}-->)|^=[a-z|]/giu,
  },
  {
    of: text,
    pattern:
      /<(?:area|track|image|dialog|slot|math|mi|set|animate)[\s/][^<>=]{0,200}=|(?:https?:)?\/\/[\w.-]{0,60}(?:\{|\$\{|%[s@(])/giu,
  },
  // Addresses of other kinds.
  {
    pattern:
      /(?:\]\(\s{0,9}<?|(?:href|src)\s{0,9}=\s{0,9}["']?|^\s{0,3}\[[^\]\n]{1,200}\]:\s{0,9}<?|<)(?!https?:|mailto:|tel:|sms:|ftp:|javascript|data)[a-z][a-z0-9+.-]{2,20}:(?=[^\s>:])/giu,
    say: 'an address of another kind',
  },
  {
    of: text,
    pattern: /(?<![\w.+-])(?!https?|wss?|ftp|mailto|javascript|data)[a-z][a-z0-9+.-]{1,20}:\/\/(?=[\w{[])/giu,
    say: 'an address of another kind',
  },
  { pattern: /(?:javascript|vbscript|data)%3a/giu },
  // Directives.
  {
    of: /\.(?:rst|txt)$/u,
    pattern: new RegExp(
      `^\\s{0,40}\\.\\.\\s(?:\\|[^|\\n]{1,80}\\|\\s)?(?!(?:${plainDirectives})::)[\\w:-]{1,60}::`,
      'giu',
    ),
  },
  { of: /\.rst$/u, pattern: /^\s{1,40}:(?:file|url|format):/giu },
  {
    of: markdown,
    pattern: new RegExp(
      `^[\\s>*+-]{0,20}(?:\`{3,}|~{3,}|:{3,})\\s?\\{(?!\\.?(?:${plainBlocks})\\b)[^}\\n]{1,60}`,
      'giu',
    ),
    say: 'a block that is carried out',
    isInCode: true,
  },
  {
    of: /\.adoc$/u,
    pattern:
      /^(?:include|ifdef|ifndef|ifeval)::|\bpass:|^\+{3,}|\+\+\+|^\[[^\]\n]{0,100}subs\s{0,9}=|link:[a-z]{2,20}:(?!\/\/)/giu,
  },
  {
    of: /\.adoc$/u,
    pattern:
      /^:!?(?!(?:toc|toclevels|toc-title|sectnums|author|email|revdate|revnumber|description|keywords|icons|experimental|imagesdir|lang|idprefix|idseparator|title)!?:)[\w-]{1,60}!?:/giu,
  },
  { of: /\.prompt$/u, pattern: /^\s{0,9}(?:tools|model|config|output|input)\s{0,9}:/giu },
  // What readers are told to install or to run.
  {
    pattern: new RegExp(`(?<![\\w-])(?:${packages})\\s{1,3}(?![-.\\s]{0,4}(?:$|\\n|\`|\\)))[^\\s\`]{1,80}`, 'gu'),
    isInCode: true,
  },
  {
    pattern:
      /(?<![\w-])(?:(?:curl|wget|iwr|irm|invoke-webrequest|iex)\s{1,3}(?:-\w|["'$(]|[^\s.:/]{0,100}[./:][^\s.])|sudo\s{1,3}\w|eval\s{1,3}["'$(])[^\n]{0,200}/giu,
    isInCode: true,
  },
  { pattern: /\|\s{0,3}(?:sudo\s)?(?:ba|z|da|k)?sh\b/giu, isInCode: true },
];
