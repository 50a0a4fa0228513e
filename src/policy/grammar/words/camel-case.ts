/** Parts what is written together with capitals inside: `authService` is two words, as `i18nKeys` is. */
export function splitCamelCase(text: string): string {
  return text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ');
}
