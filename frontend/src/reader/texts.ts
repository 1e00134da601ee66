// Words of the reader in its language, from the message files (written beside the script when it is built).

const LANGUAGES = ['de', 'en'];
let words: Record<string, string> = {};

/** What was chosen last on this device, else what the browser asks for, else German: as base.ReaderLanguage says it. */
export function language(cookies = document.cookie, asked: readonly string[] = navigator.languages): string {
  const chosen = /(?:^|; )ratssaal-language=(\w\w)(?:;|$)/.exec(cookies)?.[1] ?? '';
  return [chosen, ...asked.map((it) => it.slice(0, 2))].find((it) => LANGUAGES.includes(it)) ?? 'de';
}

export async function loadTexts(): Promise<void> {
  document.documentElement.lang = language();
  const answer = await fetch(`/assets/reader/texts.${language()}.json`);
  words = (await answer.json()) as Record<string, string>;
}

/** The sentence of a key, with what its placeholders stand for. */
export function t(key: string, ...values: (string | number)[]): string {
  return format(words[key] ?? key, values);
}

export function format(pattern: string, values: (string | number)[]): string {
  return pattern.replace(/''/g, "'").replace(/\{(\d+)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

