/** Whether a path is of a program in some language, by its ending. */
export function isProgram(path: string): boolean {
  return program.test(path);
}

/** Whether a path is of docs or of a catalog of texts, by its ending or its folders. */
export function isText(path: string): boolean {
  return text.test(path);
}

/** Whether a path looks like a test, or what tests are given. */
export function isTest(path: string): boolean {
  return test.test(path);
}

const program = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|rb|go|rs|java|kt|kts|swift|dart|php|cs|fs|scala|ex|exs|m|mm)$/iu;
const text =
  /\.(?:mdx?|rst|adoc|txt|po|pot|res[xw]|arb|xlf|xliff|strings|stringsdict|xcstrings)$|(?:^|\/)(?:i18n|l10n|locales?|translations?|lang)\/[^?]*\.(?:json|ya?ml|xml|properties|php)$/iu;
const test = /(?:^|[./_-])(?:tests?|specs?|e2e|mocks?|fixtures?|stories)(?:[./_-]|$)|__\w+__\/|[Tt]ests?\.\w+$/u;
