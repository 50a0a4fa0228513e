import assert from 'node:assert/strict';
import { findSecrets } from '../../src/parsers/find-secrets.js';

const rest = 'xK9pQ2vR7sT4wY1zA8bC5dE3fG6hJ0kLmN2q';
const [head, token] = ['gh' + 'p_', 'gh' + 'p_' + rest];
const chosen = 'Tr0ub4dor&3x';
const each = (write: (code: number) => string): string => token.replace(/./g, (letter) => write(letter.charCodeAt(0)));
const inHex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** The same token, written so that a search for it as it is finds nothing: where, and how. */
const tokens: readonly (readonly [path: string, text: string])[] = [
  ['a.json', `{"k": "${each((code) => `\\u${inHex(code, 4)}`)}"}`],
  ['a.json', `{"k": "\\u0067hp_${rest}"}`],
  ['a.js', `'${each((code) => `\\x${inHex(code, 2)}`)}'`],
  ['a.js', `'${each((code) => `\\u{${inHex(code, 6)}}`)}'`],
  ['a.js', `'${each((code) => `\\${code.toString(8)}`)}'`],
  ['a.js', `'\\147hp_${rest}'`],
  ['a.py', `'\\U00000067hp_${rest}'`],
  ['a.yaml', `k: "\\x67hp_${rest}"`],
  ['a.md', each((code) => `%${inHex(code, 2)}`)],
  ['a.md', `https://x.io/?k=%67hp_${rest}`],
  ['a.html', each((code) => `&#${code};`)],
  ['a.html', each((code) => `&#x${inHex(code, 5)};`)],
  ['a.html', `&#0103;hp_${rest}`],
  ['a.html', `&#103hp_${rest}`],
  ['a.html', `ghp&lowbar;${rest}`],
  ['a.html', `ghp&UnderBar;${rest}`],
  ['a.md', `ghp\\_${rest}`],
  ['a.md', `g\u200bhp_${rest}`],
  ['a.md', `ghp_\u00ad${rest}`],
  ['a.md', `ghp\u2060_${rest}`],
  ['a.js', `'gh' + 'p_${rest}'`],
  ['a.js', `'gh'/* a key */+/* split */'p_${rest}'`],
  ['a.js', `'gh' + // a key\n  'p_${rest}'`],
  ['a.js', `'gh'.concat('p_${rest}')`],
  ['a.js', `\`gh\${'p'}_${rest}\``],
  ['a.js', `\`${head}\${ "${rest}" }\``],
  ['a.js', `'gh\\\np_${rest}'`],
  ['a.py', `('gh' 'p_${rest}')`],
  ['a.py', `"gh""p_${rest}"`],
  ['a.py', `("gh"\n  "p_${rest}")`],
  ['a.vb', `"gh" & "p_${rest}"`],
  ['a.lua', `"gh" .. "p_${rest}"`],
  ['a.ex', `"gh" <> "p_${rest}"`],
  ['a.sh', `K='gh'\\\n'p_${rest}'`],
  ['a.yaml', `k: "gh\\\n  p_${rest}"`],
  ['a.toml', `k = """gh\\\n  p_${rest}"""`],
  ['a.yaml', `k: ${Buffer.from(token).toString('base64')}`],
  ['a.po', `msgstr "gh"\n"p_${rest}"`],
];

/** A password as people write it down for each other. */
const notes: readonly (readonly [path: string, text: string])[] = [
  ['a.md', `The password is ${chosen}`],
  ['a.md', `Password: ${chosen}`],
  ['a.md', `**Password:** ${chosen}`],
  ['a.md', `| Password | ${chosen} |`],
  ['a.md', `pw: ${chosen}`],
  ['a.md', `Passwort: ${chosen}`],
  ['a.md', `Das Passwort ist ${chosen}`],
  ['a.md', `Kennwort = ${chosen}`],
  ['a.md', `mot de passe : ${chosen}`],
  ['a.md', `Le mot de passe est ${chosen}`],
  ['a.md', `contraseña: ${chosen}`],
  ['a.md', `senha: ${chosen}`],
  ['a.md', `wachtwoord: ${chosen}`],
  ['a.md', `lösenord: ${chosen}`],
  ['a.md', `hasło: ${chosen}`],
  ['a.md', `пароль: ${chosen}`],
  ['a.md', `パスワード：${chosen}`],
  ['a.md', `密码：${chosen}`],
  ['a.yaml', `Passwort: "${chosen}"`],
  ['a.json', `{"kennwort": "${chosen}"}`],
];

/** What looks like one of them and is none. */
const harmless: readonly (readonly [path: string, text: string])[] = [
  ['de.json', '{"passwort": "Passwort", "passwortHilfe": "Mindestens 8 Zeichen, 1 Zahl"}'],
  ['fr.json', '{"mot de passe": "Choisissez-en-un!"}'],
  ['es.json', '{"contraseña": "Introduce tu contraseña"}'],
  ['a.md', 'The password is required, and the token is read from the environment.'],
  ['a.md', 'Your password is case-sensitive.'],
  ['a.md', 'Das Passwort ist falsch.'],
  ['ja.json', '{"パスワード": "パスワードを入力してください"}'],
  ['a.md', 'Take snake\\_case names and 100%25 of https://x.io/?q=a%20b%2Fc.'],
  ['a.js', `const all = ["one" + "two", 'a'.concat('b'), \`\${'c'}d\`, "\\u0041\\x42\\103"];`],
  ['a.js', 'const isPw = (pw) => pw.length > 8 && /[A-Z\\_]/.test(pw);'],
  ['a.csv', '"He said ""hello_world_2024""","x"'],
];

describe('a secret in disguise', () => {
  for (const [path, text] of [...tokens, ...notes])
    it(`is found in ${JSON.stringify(text.slice(0, 48))} of ${path}`, () => {
      const [found] = findSecrets(path, `# Notes\n\n${text}\n`);
      assert.ok(found);
      assert.ok(found.start >= 9 && found.end <= 9 + text.length, 'at its place');
    });

  it('is seen in nothing that is none', () => {
    for (const [path, text] of harmless) assert.deepEqual(findSecrets(path, text), [], text);
  });
});
