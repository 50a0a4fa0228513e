/** Longer paths open on no system that matters, in UTF-16 units. */
const longestPath = 4096;

/**
 * Why a path is no plain path by its name alone (design §4, row 1), in plain words as the end of a sentence that begins
 * with the path; `undefined` where it is plain. Symbolic links, submodules and names that collide are not seen here.
 */
export function unsafePath(path: string): string | undefined {
  if (path.length > longestPath) return `is longer than ${longestPath} characters, which most systems cannot open`;
  if (path.startsWith('/')) return 'begins with a slash, so it does not lie in the repository';
  for (const name of path.split('/')) {
    const reason = unsafeName(name);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** As `unsafePath`, for the name of one folder or file. */
export function unsafeName(name: string): string | undefined {
  if (plainName.test(name) && !deviceName.test(name)) return undefined;
  for (const [pattern, reason] of reasons) if (pattern.test(name)) return reason;
  return name === name.normalize('NFC')
    ? undefined
    : 'has an accent written as a character of its own, so that another name looks the same';
}

/** What nearly every name is: nothing in it needs a closer look. */
const plainName = /^[\w@(+-](?:[\w@()+,= -]|\.(?!$))*(?<! )$/u;

const deviceName = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/iu;

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^$/u, 'has an empty folder or file name in it'],
  [/^\.$/u, 'goes through “.”, which is no name'],
  [/^\.\.$/u, 'climbs out of a folder with “..”'],
  [/\\/u, 'has a backslash, which Windows takes for a new folder'],
  [/:/u, 'has a colon, which Windows and macOS read as something else'],
  [/[\0-\x1f\x7f-\x9f]/u, 'has a control character in it, which cannot be seen'],
  [/[\ud800-\udfff\ufffd]/u, 'has bytes that are not UTF-8, so what it says depends on who reads it'],
  [
    /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u2800]|(?! )\p{Zs}/u,
    'has an invisible character in it, so that it looks like another name',
  ],
  [/^\.git$/iu, "is part of git's own folder"],
  [/[. ]$/u, 'ends in a dot or a space, which Windows leaves out'],
  [/~\d+(?:\.|$)/u, 'looks like a short name of Windows (“~1”), which may stand for another file'],
  [deviceName, 'is the name of a device on Windows'],
  [/[<>"|?*]/u, 'has a character in it that no name on Windows can have'],
  [/^\p{M}/u, 'begins with an accent, which stands over the slash before it'],
  [
    // Small capitals, letters of phonetics and white ones on black: nothing takes them back to those that they look like.
    /[\u0251\u0261\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00-\u1d25\ua730\ua731\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/u,
    'has letters in it that look like others, so that it can be taken for another name',
  ],
  [
    /[\u2024\u2044\u2215\u29f8\uff0e\uff0f\uff21-\uff3a\uff41-\uff5a]|[A-Za-z][\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}]|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}][A-Za-z]/u,
    'has letters or signs of different kinds that look alike, so that it can be taken for another name',
  ],
];
