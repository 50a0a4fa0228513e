/** Words with letters that only look like Latin ones as the letters that they are taken for. */
export function foldLookAlikes(words: string): string {
  return words.replace(/[^\0-\x7f]/gu, (letter) => lookAlikes.get(letter) ?? letter);
}

/** Letters of other scripts that look like Latin ones, behind the letter that each is taken for. */
const lookAlikes = new Map(
  'aаαɑ bвƅ cсϲᴄ dԁɗ eеεҽ gɡց hһнհ iіιıɩ jјϳ kкκ lӏꞁⅼʟ mмᴍ nոηпɴ oоοօσᴏ pрρ qԛ rгʀ sѕꜱ tтτᴛ uυսц vνѵ wԝѡ xхχ yуγү zᴢ'
    .split(' ')
    .flatMap((letters) => Array.from(letters.slice(1), (other) => [other, letters.charAt(0)] as const)),
);
