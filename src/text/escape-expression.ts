/** A text so that an expression, of JavaScript or POSIX extended, matches exactly it. */
export function escapeExpression(text: string): string {
  return text.replace(/[.$[\](){}*+?^|\\]/g, '\\$&');
}
