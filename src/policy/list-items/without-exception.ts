/** In a list for pairs "everything except the static pages" leaves these to the other lists, and keeps nobody out of the rest. */
export function withoutException(source: string): string {
  return source.replaceAll(exception, ' ');
}

const exception =
  /(?<![\p{L}])(?:(?:everything|anything|all) )?(?:except(?:ed|ing|ions?)?|exclud(?:ed|ing)|save for|minus|other than|apart from)(?![\p{L}])/giu;
