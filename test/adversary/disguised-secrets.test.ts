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
  ['a.md', Buffer.from(token).toString('hex')],
  ['a.md', Buffer.from(token).toString('hex').toUpperCase()],
  ['a.yaml', `k: ${Buffer.from(Buffer.from(token).toString('base64')).toString('base64')}`],
  ['a.md', Buffer.from(`x?>x?>x?>${token}`).toString('base64url')],
  [
    'a.md',
    Array.from(token)
      .map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
      .join(''),
  ],
  ['a.md', Array.from(token).join(' ')],
  ['a.js', `['gh', 'p_', '${rest}'].join('')`],
  ['a.js', `["gh","p_${rest}"].join("")`],
  [
    'a.js',
    `String.fromCharCode(${Array.from(token)
      .map((letter) => letter.charCodeAt(0))
      .join(',')})`,
  ],
  ['a.js', `'${Array.from(token).reverse().join('')}'.split('').reverse().join('')`],
  ['a.py', `'${Array.from(token).reverse().join('')}'[::-1]`],
  ['a.html', `gh<b></b>p_${rest}`],
  ['a.html', `gh<wbr>p_${rest}`],
  ['a.html', `gh<!-- -->p_${rest}`],
  ['a.md', `gh**p**_${rest}`],
];

const random = 'q7Wd2Xe9Rf4Tg6Yh1Uj8Ik3Ol5Pz0AsDcVbNm';
const hexDigits = '9f86d081884c7d659a2feaa0c55ad015';

/** What lets somebody in and is no token of a service. */
const others: readonly (readonly [path: string, text: string])[] = [
  ['a.md', 'mysql -u root -pTr0ub4dor3x9 prod'],
  ['a.md', "mysqldump --all-databases -p'Tr0ub4dor3x9'"],
  ['a.md', "sshpass -p 'Tr0ub4dor3x9' ssh ops@box"],
  ['a.txt', 'db.internal:5432:prod:app:Tr0ub4dor3x9'],
  ['a.md', `Cookie: theme=dark; sessionid=${hexDigits}`],
  ['a.sh', `curl -H 'Cookie: auth_token=${random}' https://x.io`],
  ['a.md', 'otpauth://totp/Acme:bob?secret=KRSXG5CTMVRXEZLUKN2HE2LO&issuer=Acme'],
  ['a.md', 'WIFI:T:WPA;S:Office;P:Tr0ub4dor3x9;;'],
  ['a.md', 'Seed phrase: gravity machine north sort system female filter attitude volume fold club stay'],
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
  ['a.md', 'mysql -u root -p prod, mysql -p$DB_PASSWORD, sshpass -p "$PASS" ssh box'],
  ['a.md', 'Cookie: session_id=<your session>; theme=dark-and-long-name-of-a-theme'],
  ['a.md', 'Cookie: csrftoken=q7Wd2Xe9Rf4Tg6Yh1Uj8Ik3Ol5Pz0AsDcVbNm'],
  ['a.md', 'otpauth://totp/Acme:bob?secret=JBSWY3DPEHPK3PXP&issuer=Acme'],
  ['a.md', 'Seed phrase: write down these words and keep them safe, for they are the only way to your money'],
  ['a.md', `sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, ${'41'.repeat(40)}`],
  ['a.md', 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'],
  ['a.js', `['first', 'second'].join(''), 'abc'.split('').reverse().join(''), String.fromCharCode(65, 66)`],
  ['a.html', 'un<b>believ</b>able, a<wbr>b, ２０２４年の価格'],
  ['a.csv', '"He said ""hello_world_2024""","x"'],
];

describe('a secret in disguise', () => {
  for (const [path, text] of [...tokens, ...notes, ...others])
    it(`is found in ${JSON.stringify(text.slice(0, 48))} of ${path}`, () => {
      const [found] = findSecrets(path, `# Notes\n\n${text}\n`);
      assert.ok(found);
      assert.ok(found.start >= 9 && found.end <= 9 + text.length, 'at its place');
    });

  it('is seen in nothing that is none', () => {
    for (const [path, text] of harmless) assert.deepEqual(findSecrets(path, text), [], text);
  });
});
