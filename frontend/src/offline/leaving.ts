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
  signingOut: string;
  removing: string;
  send: string;
  discard: string;
  discardAndSignOut: string;
  keep: string;
  staySignedIn: string;
}

const WORDS: Record<string, Words> = {
  de: {
    title: 'Noch nicht übertragene Notizen',
    text: 'Noch nicht übertragene Änderungen auf diesem Gerät: {0}.',
    signingOut: 'Beim Abmelden werden sie und alle mitgenommenen Unterlagen gelöscht.',
    removing: 'Sie werden mit allen mitgenommenen Unterlagen gelöscht.',
    send: 'Leser öffnen und übertragen',
    discard: 'Löschen',
    discardAndSignOut: 'Löschen und abmelden',
    keep: 'Behalten',
    staySignedIn: 'Angemeldet bleiben',
  },
  en: {
    title: 'Notes that were not sent yet',
    text: 'Changes on this device that were not sent yet: {0}.',
    signingOut: 'Signing out deletes them and all documents taken along.',
    removing: 'They are deleted with all documents taken along.',
    send: 'Open the reader and send them',
    discard: 'Delete',
    discardAndSignOut: 'Delete and sign out',
    keep: 'Keep',
    staySignedIn: 'Stay signed in',
  },
};

/** @returns whether to sign out */
export async function leave(): Promise<boolean> {
  try {
    return await mayLeave();
  } catch (fault) {
    console.warn('What lies on this device could not be removed; the next page tries again', fault);
    return true; // whoever wants to sign out is signed out
  }
}

async function mayLeave(): Promise<boolean> {
  const mine = await own();
  if (mine === null) {
    return true;
  }
  const waiting = await unsent(mine);
  const answer = waiting === 0 ? 'discard' : await ask(waiting, 'sign out of the application');
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
export function ask(
  waiting: number,
  purpose: 'sign out of the application' | 'sign out' | 'remove',
): Promise<'send' | 'discard' | 'stay'> {
  const words = WORDS[document.documentElement.lang] ?? WORDS['de']!;
  const dialog = document.createElement('dialog');
  dialog.className = 'rs-offline-ask';
  dialog.setAttribute('aria-labelledby', 'rs-offline-ask-title');
  document.body.append(dialog);
  return new Promise((done) => {
    const answer = (value: 'send' | 'discard' | 'stay') => () => dialog.close(value);
    const signsOut = purpose !== 'remove';
    render(
      html`<h2 id="rs-offline-ask-title">${words.title}</h2>
        <p>${words.text.replace('{0}', String(waiting))} ${signsOut ? words.signingOut : words.removing}</p>
        <div class="rs-offline-ask-actions">
          ${
            purpose === 'sign out of the application'
              ? html`<button type="button" class="rs-button" @click=${answer('send')}>${words.send}</button>`
              : nothing
          }
          <button type="button" class="rs-button rs-button-secondary" @click=${answer('stay')}>
            ${signsOut ? words.staySignedIn : words.keep}
          </button>
          <button type="button" class="rs-button rs-button-danger" @click=${answer('discard')}>
            ${signsOut ? words.discardAndSignOut : words.discard}
          </button>
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
