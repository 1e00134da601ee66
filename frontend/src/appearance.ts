/** Shows light or dark as the reader chose, before anything is painted. Without a choice the device decides. */
const chosen = /(?:^|; )ratssaal-appearance=(light|dark)(?:;|$)/.exec(document.cookie)?.[1];
if (chosen) {
  document.documentElement.setAttribute('theme', chosen);
  document.documentElement.style.colorScheme = chosen;
}
export {};
