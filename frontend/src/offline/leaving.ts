import { html, nothing, render } from 'lit';
import { isPossible, look, removeAll, session, unsent, vaultOf } from './keeping';
import { owners } from './shelf';
import type { Vault } from './vault';

/**
 * Signing out takes everything of the account off this device. Notes that were not sent yet can only be sent by who unlocks
 * them: then the person decides. Called by de.ratssaal.base.ui.FrameMenu before it ends the session.
 */

interface Words {
  title: string;
  text: string;
  send: string;
  discard: string;
  stay: string;
}

const WORDS: Record<string, Words> = {
  de: {
    title: 'Noch nicht übertragene Notizen',
    text: 'Auf diesem Gerät liegen {0} Änderungen, die noch nicht übertragen sind. Beim Abmelden werden alle mitgenommenen Unterlagen und diese Änderungen gelöscht.',
    send: 'Leser öffnen und übertragen',
    discard: 'Löschen und abmelden',
    stay: 'Angemeldet bleiben',
  },
  en: {
    title: 'Notes that were not sent yet',
    text: 'On this device there are {0} changes that were not sent yet. Signing out deletes all documents taken along and these changes.',
    send: 'Open the reader and send them',
    discard: 'Delete and sign out',
    stay: 'Stay signed in',
  },
};

/** @returns whether to sign out */
export async function leave(): Promise<boolean> {
  const mine = await own();
  if (mine === null) {
    return true;
  }
  const waiting = await unsent(mine);
  const answer = waiting === 0 ? 'discard' : await ask(waiting);
  if (answer === 'send') {
    location.assign('/read');
    return false;
  }
  if (answer === 'stay') {
    return false;
  }
  await removeAll(mine);
  return true;
}

async function own(): Promise<Vault | null> {
  if (!isPossible() || (await owners()).length === 0) {
    return null;
  }
  const state = await session();
  return typeof state === 'object' && (await owners()).includes(state.account) ? vaultOf(state.account) : null;
}

/** What the person wants to become of their unsent notes. */
export function ask(waiting: number, maySend = true): Promise<'send' | 'discard' | 'stay'> {
  const words = WORDS[document.documentElement.lang] ?? WORDS['de']!;
  const dialog = document.createElement('dialog');
  dialog.className = 'rs-offline-ask';
  dialog.setAttribute('aria-labelledby', 'rs-offline-ask-title');
  document.body.append(dialog);
  return new Promise((done) => {
    const answer = (value: 'send' | 'discard' | 'stay') => () => dialog.close(value);
    render(
      html`<h2 id="rs-offline-ask-title">${words.title}</h2>
        <p>${words.text.replace('{0}', String(waiting))}</p>
        <div class="rs-offline-ask-actions">
          ${maySend ? html`<button type="button" class="rs-button rs-button-primary" @click=${answer('send')}>${words.send}</button>` : nothing}
          <button type="button" class="rs-button" @click=${answer('stay')}>${words.stay}</button>
          <button type="button" class="rs-button rs-button-danger" @click=${answer('discard')}>${words.discard}</button>
        </div>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'send' || dialog.returnValue === 'discard' ? dialog.returnValue : 'stay');
    });
    dialog.showModal();
  });
}

declare global {
  interface Window {
    ratssaalLeave?: () => Promise<boolean>;
  }
}

window.ratssaalLeave = leave;
void look();
