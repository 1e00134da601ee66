// The icons of the whole product: one sprite, used by the portal (<use href>) and the application (base.ui.Symbol).
// Each symbol is taken from Lucide (ISC licence); the name on the left is ours and says what it stands for.
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';

const symbols = {
  'abstain': 'minus',
  'account': 'circle-user-round',
  'add': 'plus',
  'agenda': 'list-ordered',
  'alert': 'triangle-alert',
  'appearance': 'sun-moon',
  'attachment': 'paperclip',
  'audit': 'file-clock',
  'back': 'arrow-left',
  'bell': 'bell',
  'building': 'landmark',
  'calendar': 'calendar-days',
  'check': 'check',
  'chevron-down': 'chevron-down',
  'chevron-left': 'chevron-left',
  'chevron-right': 'chevron-right',
  'clock': 'clock',
  'close': 'x',
  'council': 'landmark',
  'dark': 'moon',
  'decision': 'gavel',
  'delete': 'trash-2',
  'device': 'monitor',
  'document': 'file-text',
  'down': 'arrow-down',
  'download': 'download',
  'draft': 'pencil-line',
  'drag': 'grip-vertical',
  'edit': 'pencil',
  'external': 'external-link',
  'filter': 'list-filter',
  'group': 'users-round',
  'help': 'circle-help',
  'highlight': 'highlighter',
  'home': 'house',
  'info': 'info',
  'invitation': 'mail',
  'key': 'key-round',
  'language': 'languages',
  'light': 'sun',
  'link': 'link',
  'live': 'radio',
  'lock': 'lock',
  'menu': 'menu',
  'microphone': 'mic',
  'microphone-off': 'mic-off',
  'camera': 'video',
  'camera-off': 'video-off',
  'minutes': 'notebook-pen',
  'more': 'ellipsis',
  'no': 'x',
  'offline': 'cloud-off',
  'paper': 'file-text',
  'person': 'user-round',
  'phone': 'phone',
  'place': 'map-pin',
  'plan': 'calendar-plus',
  'present': 'user-round-check',
  'print': 'printer',
  'public': 'globe',
  'recused': 'user-round-x',
  'redact': 'eye-off',
  'refresh': 'refresh-cw',
  'remote': 'video',
  'rules': 'scale',
  'save': 'save',
  'search': 'search',
  'send': 'send',
  'settings': 'settings',
  'shield': 'shield-check',
  'sign-in': 'log-in',
  'sign-out': 'log-out',
  'speech': 'message-square',
  'stop': 'circle-stop',
  'success': 'circle-check',
  'tag': 'tag',
  'term': 'calendar-range',
  'undo': 'undo-2',
  'up': 'arrow-up',
  'upload': 'upload',
  'view': 'eye',
  'vote': 'vote',
  'waiting': 'hourglass',
  'warning': 'triangle-alert',
  'width': 'move-horizontal',
  'yes': 'check',
};

/** Writes the sprite. Strokes are set on each symbol, so that a style sheet colours it by `color` alone. */
export async function writeIcons(target) {
  const folder = dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')) + '/icons/';
  const parts = await Promise.all(
    Object.entries(symbols).map(async ([name, source]) => {
      const svg = await readFile(`${folder}${source}.svg`, 'utf8');
      const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
      return (
        `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ` +
        `stroke-linecap="round" stroke-linejoin="round">${inner.replace(/\s+/g, ' ').trim()}</symbol>`
      );
    }),
  );
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, `<svg xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg>\n`);
}
