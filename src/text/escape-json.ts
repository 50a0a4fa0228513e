/**
 * JSON as `JSON.stringify` gives it, with what a terminal may obey or an eye may miss (control, bidirectional and invisible
 * characters) as escapes: the same value to every parser. Line breaks stay.
 */
export function escapeJson(json: string): string {
  if (!/[\x7f-\uffff]/.test(json)) return json;
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
