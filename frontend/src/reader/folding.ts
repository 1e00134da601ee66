// Texts as search compares them: without case, accents and hyphens at the ends of lines; umlauts as people write them without.

const WRITTEN_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe' };
const SOFT_HYPHEN = '\u00ad';

/** A text for comparing, and for each of its letters where in the original it comes from. */
export interface Folded {
  text: string;
  /** One more than letters: the last is the end of the original. */
  from: number[];
}

export function fold(original: string): Folded {
  let text = '';
  const from: number[] = [];
  const add = (letters: string, at: number) => {
    for (const letter of letters) {
      text += letter;
      for (let unit = 0; unit < letter.length; unit++) from.push(at);
    }
  };
  const composed = (at: number) => {
    let length = original.codePointAt(at)! > 0xffff ? 2 : 1;
    while (/\p{M}/u.test(original.charAt(at + length))) length++;
    return length;
  };
  for (let at = 0; at < original.length; ) {
    const length = composed(at);
    const letter = original.slice(at, at + length).normalize('NFC');
    if (letter === SOFT_HYPHEN) {
      at += length;
      continue;
    }
    if (/\s/.test(letter)) {
      if (!text.endsWith(' ')) add(' ', at);
      at += length;
      continue;
    }
    const divided = /^[-\u2010]\s*\n\s*(?=\p{Ll})/u.exec(original.slice(at, at + 40));
    if (divided && /\p{L}$/u.test(text)) {
      at += divided[0].length;
      continue;
    }
    for (const small of letter.toLowerCase()) {
      add(WRITTEN_OUT[small] ?? small.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), at);
    }
    at += length;
  }
  from.push(original.length);
  return { text, from };
}

/** Where a query is found in a text, as stretches of the original. */
export function find(text: Folded, query: string, most = Infinity): [number, number][] {
  const wanted = fold(query).text.trim();
  const found: [number, number][] = [];
  if (wanted.length < 2) return found;
  for (let at = text.text.indexOf(wanted); at >= 0 && found.length < most; at = text.text.indexOf(wanted, at + wanted.length)) {
    const start = text.from[at];
    const last = at + wanted.length;
    // a letter that became two is found whole
    let end = text.from[last];
    for (let next = last; end === text.from[last - 1] && next < text.from.length; next++) end = text.from[next];
    found.push([start, end]);
  }
  return found;
}
