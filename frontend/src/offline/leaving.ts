import { choose } from '../reader/asking';
import { isPossible, look, removeAll, session, vaultOf, whatIsLost, type Lost } from './keeping';
import { questionOf, type Answer, type Purpose } from './losing';
import { owners } from './shelf';
import type { Vault } from './vault';

/**
 * Signing out takes everything of the account off this device. Notes that were not sent yet can only be sent by who unlocks
 * them: then the person decides. Called by de.ratssaal.base.ui.FrameMenu before it ends the session.
 */

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
  const lost = await whatIsLost(mine);
  const answer = lost === null ? 'discard' : await ask(lost, 'sign out of the application');
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

/** What the person wants to become of their words that lie nowhere else. */
export async function ask(lost: Lost, purpose: Purpose): Promise<Answer> {
  const { title, text, choices } = questionOf(lost, purpose, document.documentElement.lang);
  return (await choose(title, text, choices)) ?? 'stay';
}

declare global {
  interface Window {
    ratssaalLeave?: () => Promise<boolean>;
  }
}

window.ratssaalLeave = leave;
void look();
