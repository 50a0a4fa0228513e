/**
 * Is a comment heeded by a tool of another language than JavaScript (for that: `findPragma`): `type: ignore`, `go:build`? Their words stand at the beginning of a line.
 */
export function heededComment(text: string): boolean {
  return text.split('\n').some((line) => {
    const words = line.replace(/^[\s*/#!]+/, '');
    return heeded.test(words) || goesOn.test(line);
  });
}

const heeded =
  /^(?:type:|mypy:|pyright:|pylint:|flake8:|ruff:|fmt:|isort:|yapf:|pragma:?|cython:|distutils:|noqa|nosec|nolint|coding[:=]|-\*-|go:|\+[a-z]|export |swagger:|swiftlint:|swiftformat:|swift-tools-version|detekt|ktlint|@formatter|sourcery:|language=|noinspection|region\b|endregion\b|rubocop:|frozen_string_literal:|encoding:|typed:|warn_indent:|shareable_constant_value:|format:|dart\s?format|ignore(?:_for_file)?:|coverage:|scalafmt:|scalastyle:|checkstyle|spotless:|ReSharper|resharper|stylecop|<|doctest|>>>)/i;
/** What goes on behind the line. */
const goesOn = /\\$/;
