/** Names that are shown of a long list. */
const shown = 3;

/** A glob that lists dozens of names (`i18n/{ar,az,be,…}.json`) with the first of them and how many more there are, for people who read it in a sentence. */
export function shortenLists(text: string): string {
  return text.replace(list, (whole, inside: string) => {
    const names = inside.split(',');
    const rest = names.length - shown;
    return rest < 4 ? whole : `{${names.slice(0, shown).join(', ')} and ${rest} more}`;
  });
}

const list = /\{([^{}]{40,5000})\}/gu;
