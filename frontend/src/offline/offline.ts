import { BrokenDown, SourceFault, type Id, type Operation, type Outcome, type ReaderSource } from '../reader/source';
import { t } from '../reader/texts';
import { deviceName } from './device-name';
import {
  contact,
  endSession,
  endSessionLater,
  isPossible,
  removeAll,
  send,
  session,
  tidy,
  whatIsLost,
  unsent,
  vaultOf,
  whenGone,
  type Session,
  type SessionState,
} from './keeping';
import { ask } from './leaving';
import { LuggageRoom, type Declared, type Luggage } from './luggage';
import { OfflineSource, type Kept } from './offline-source';
import { Outbox, type Refused } from './outbox';
import { Tampered } from './sealing';
import { owners, ShelfGone } from './shelf';
import { tellEmptied } from './standing';
import { VaultClosed, VaultThere, type Vault, type VaultState } from './vault';

/** What of all this is shown. */
export interface Shown {
  possible: boolean;
  online: boolean;
  signedIn: boolean;
  vault: VaultState;
  pending: number;
  refused: [place: string, refused: Refused][];
  /** Moment of the last contact, of this device's clock. */
  lastContact: number | null;
  /** Until when it opens without another one. */
  until: number | null;
  /** Also while it is locked. */
  taken: Id[];
  luggage: Luggage[];
  storage: { used: number; free: number; persisted: boolean } | null;
  /** Why everything was removed just now. */
  removed: 'OWNER' | 'ADMINISTRATOR' | 'ACCOUNT_LOCKED' | 'LEASE' | null;
  working: boolean;
  /** Something on the device is not as it was sealed. */
  damaged: boolean;
}

const REMOVED = 'ratssaal-removed';
const CONTACT_EVERY = 10 * 60_000;
const SEND_EVERY = 15_000;
const TICK_EVERY = 60_000;
/** Unlocked and untouched for so long, it locks by itself. */
const LOCK_AFTER = 30 * 60_000;

/** Meetings taken along, in the page of the reader: brings together what lies on the device, the server and the person. */
export class Offline extends EventTarget {
  readonly source: OfflineSource;
  shown: Shown = {
    possible: isPossible(),
    online: navigator.onLine,
    signedIn: false,
    vault: 'ABSENT',
    pending: 0,
    refused: [],
    lastContact: null,
    until: null,
    taken: [],
    luggage: [],
    storage: null,
    removed: null,
    working: false,
    damaged: false,
  };

  private vault: Vault | null = null;
  private kept: Kept | null = null;
  private state: SessionState = 'AWAY';
  private touched = Date.now();
  private telling: Promise<void> | null = null;
  private tellAgain = false;

  constructor(private readonly server: ReaderSource) {
    super();
    this.shown.removed = sessionStorage.getItem(REMOVED) as Shown['removed'];
    this.source = new OfflineSource(
      server,
      () => (this.vault?.isOpen ? this.kept : null),
      (meeting, operations) => this.post(meeting, operations),
      navigator.onLine,
    );
    this.source.addEventListener('condition', () => void this.tell());
  }

  /** Looks who is signed in and what lies here; fulfilled when reading can begin. */
  async start(): Promise<void> {
    if (!isPossible()) {
      return;
    }
    await this.meet();
    window.addEventListener('online', () => void this.meet());
    window.addEventListener('offline', () => this.source.heardOfServer(false));
    document.addEventListener('visibilitychange', () => void this.lookAtLease());
    ['pointerdown', 'keydown', 'wheel'].forEach((it) =>
      document.addEventListener(it, () => this.touch(), { passive: true }),
    );
    setInterval(() => void this.meet(), CONTACT_EVERY);
    setInterval(() => void this.bringWaiting(), SEND_EVERY);
    setInterval(() => void this.lookAtLease(), TICK_EVERY);
  }

  /** Contact: who is signed in, what may stay, what waits to be sent, what is new. */
  async meet(): Promise<void> {
    this.state = await session();
    this.source.heardOfServer(this.state !== 'AWAY');
    if (await tidy(this.state)) {
      this.tellRemoved('LEASE');
    }
    if (typeof this.state === 'object' && this.vault?.isOpen && this.vault.owner !== this.state.account) {
      location.reload(); // somebody else signed in, in another window
      return;
    }
    await this.chooseVault();
    if (this.vault !== null && this.state !== 'AWAY') {
      const isReading = this.vault.isOpen;
      const standing = await contact(this.vault, () => this.sendWaiting());
      if (standing?.standing === 'REMOVE') {
        this.tellRemoved(standing.cause);
        if (isReading) {
          location.reload(); // nothing that was read stays in memory
          return;
        }
        this.forget();
      }
    }
    await this.tell();
    void this.bringUpToDate();
  }

  /** Says why everything was removed, also after reloads, until somebody was there to read it. */
  private tellRemoved(cause: NonNullable<Shown['removed']>): void {
    sessionStorage.setItem(REMOVED, cause);
    this.shown.removed = cause;
  }

  private touch(): void {
    this.touched = Date.now();
    sessionStorage.removeItem(REMOVED);
  }

  private async chooseVault(): Promise<void> {
    if (this.vault?.isOpen) {
      return;
    }
    const there = await owners();
    const owner = typeof this.state === 'object' ? this.state.account : there[0];
    if (owner === undefined) {
      this.forget();
    } else if (this.vault?.owner !== owner) {
      this.begin(vaultOf(owner));
    }
  }

  private begin(vault: Vault): void {
    this.vault = vault;
    const outbox = new Outbox(vault, () => new Date(), t('reader.offline.not-accepted'));
    const luggage = new LuggageRoom(vault, this.server, {
      fetch: (address, request) => fetch(address, request),
      wait: (milliseconds, signal) =>
        new Promise((done, failed) => {
          const timer = setTimeout(done, milliseconds);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            failed(signal.reason as Error);
          });
        }),
      declare: (meetings) => this.declare(meetings),
      now: () => Date.now(),
    });
    this.kept = { vault, outbox, luggage };
    [vault, outbox, luggage].forEach((it) => it.addEventListener('change', () => void this.tell()));
    whenGone(vault.owner, () => location.reload());
  }

  private forget(): void {
    this.vault?.lock();
    this.vault = null;
    this.kept = null;
  }

  // ---- what a person does

  /** Makes the vault of whoever is signed in. */
  async setUp(passphrase: string): Promise<void> {
    const state = await this.signedIn();
    await this.chooseVault();
    if (this.vault !== null && (await this.vault.state()) !== 'ABSENT') {
      await this.tell();
      throw new Told(t('reader.offline.already'));
    }
    const answer = await send('/api/offline/devices', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...state.headers },
      body: JSON.stringify({ name: deviceName(navigator.userAgent) }),
    });
    if (!answer.ok) {
      throw await refusal(answer);
    }
    const { id, token, account, lease } = (await answer.json()) as { id: string; token: string; account: string; lease: number };
    if (this.vault?.owner !== account) {
      this.begin(vaultOf(account));
    }
    try {
      await this.vault!.create(passphrase, { id, token }, lease);
    } catch (fault) {
      await tellEmptied({ id, token }, send); // nothing will lie on what was registered just now
      await this.tell();
      throw fault instanceof VaultThere ? new Told(t('reader.offline.already')) : fault;
    }
    this.shown.removed = null;
    await navigator.storage.persist();
    await this.tell();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.vault!.unlock(passphrase);
    this.touched = Date.now();
    await this.kept!.luggage.look();
    await this.tell();
    this.source.unlocked();
    void this.bringUpToDate();
  }

  async lock(): Promise<void> {
    await this.source.draftsKept;
    this.vault?.lock();
    location.reload(); // nothing that was read stays in memory
  }

  async take(meeting: Id): Promise<void> {
    await this.kept!.luggage.take(meeting);
  }

  async pause(meeting: Id): Promise<void> {
    await this.kept!.luggage.pause(meeting);
  }

  async remove(meeting: Id): Promise<void> {
    await this.kept!.luggage.remove(meeting);
    await this.kept!.luggage.tellWhatLies();
    await this.tell();
  }

  /** Everything of the account; what waits to be sent is sent before, or given up by who is asked. */
  async removeEverything(purpose: 'sign out' | 'remove' = 'remove'): Promise<boolean> {
    if (this.vault === null) {
      return true;
    }
    await this.source.draftsKept;
    await this.sendWaiting();
    const lost = await whatIsLost(this.vault);
    if (lost !== null && (await ask(lost, purpose)) !== 'discard') {
      return false;
    }
    const vault = this.vault;
    this.forget();
    await removeAll(vault);
    await this.tell();
    return true;
  }

  async signOut(): Promise<void> {
    const owner = this.vault?.owner;
    if (!(await this.removeEverything('sign out'))) {
      return;
    }
    const state = await session();
    if (typeof state === 'object') {
      await endSession(state);
    } else if (state === 'AWAY' && owner !== undefined) {
      endSessionLater(owner);
    }
    location.assign(state === 'AWAY' ? '/read' : '/app/login?signed-out');
  }

  async dismiss(place: string): Promise<void> {
    await this.kept!.outbox.dismiss(place);
  }

  async persist(): Promise<void> {
    await navigator.storage.persist();
    await this.tell();
  }

  // ---- what goes on by itself

  private async bringUpToDate(): Promise<void> {
    const kept = this.kept;
    if (kept === null || !kept.vault.isOpen || typeof this.state !== 'object' || this.state.account !== kept.vault.owner) {
      return;
    }
    this.shown.working = true;
    await this.tell();
    try {
      await this.sendWaiting();
      await kept.luggage.bringAllUpToDate();
      this.source.marksChanged();
    } catch (fault) {
      if (!(fault instanceof VaultClosed || fault instanceof ShelfGone)) {
        this.shown.damaged = fault instanceof Tampered;
        console.warn('What lies on this device could not be brought up to date', fault);
      }
    } finally {
      this.shown.working = false;
      await this.tell();
    }
  }

  private async sendWaiting(): Promise<void> {
    const kept = this.kept;
    if (kept === null || !kept.vault.isOpen || (await kept.outbox.count()) === 0) {
      return;
    }
    const sent = await this.source.send(kept);
    if (sent.length > 0) {
      this.source.marksChanged();
    }
  }

  private async bringWaiting(): Promise<void> {
    try {
      await this.sendWaiting();
    } catch (fault) {
      if (!(fault instanceof VaultClosed || fault instanceof ShelfGone)) {
        console.warn('What waits could not be sent; it is tried again', fault);
      }
    }
  }

  private async lookAtLease(): Promise<void> {
    if (this.vault === null) {
      return;
    }
    await this.vault.tick();
    const wasOpen = this.vault.isOpen;
    const state = await this.vault.state();
    if (wasOpen && (state !== 'OPEN' || Date.now() - this.touched > LOCK_AFTER)) {
      await this.lock();
    }
  }

  private async post(meeting: Id, operations: Operation[]): Promise<Outcome[]> {
    for (const isLast of [false, true]) {
      const state = await this.signedIn(isLast);
      if (state.account !== this.vault?.owner) {
        throw new SourceFault('SIGNED_OUT'); // never in somebody else's name
      }
      const answer = await send(`/api/reader/marks?meeting=${meeting}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...state.headers },
        body: JSON.stringify({ operations }),
      });
      if (answer.ok) {
        return ((await answer.json()) as { outcomes: Outcome[] }).outcomes;
      }
      if (answer.status === 401 || (answer.status === 403 && isLast)) {
        throw new SourceFault('SIGNED_OUT');
      }
      if (answer.status === 400) {
        return this.postOneByOne(meeting, operations);
      }
      if (answer.status !== 403) {
        throw answer.status === 500 ? new BrokenDown() : new SourceFault('OFFLINE'); // it will do better another time
      }
    }
    throw new SourceFault('SIGNED_OUT');
  }

  /** One that the server cannot read must not hold up the others. */
  private async postOneByOne(meeting: Id, operations: Operation[]): Promise<Outcome[]> {
    if (operations.length === 1) {
      return [{ operation: operations[0]!.id, outcome: 'REFUSED', message: t('reader.offline.not-read') }];
    }
    const outcomes: Outcome[] = [];
    for (const operation of operations) {
      outcomes.push(...(await this.post(meeting, [operation])));
    }
    return outcomes;
  }

  private async declare(meetings: Declared[]): Promise<Id[]> {
    const device = await this.vault!.device();
    const state = await this.signedIn();
    const answer = await send(`/api/offline/devices/${device!.id}/meetings`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...state.headers },
      body: JSON.stringify({ meetings }),
    });
    if (answer.status === 409) {
      void this.meet(); // it is to remove everything
      throw new SourceFault('SIGNED_OUT');
    }
    if (!answer.ok) {
      throw new SourceFault(answer.status === 401 || answer.status === 403 ? 'SIGNED_OUT' : 'OFFLINE');
    }
    return ((await answer.json()) as { meetings: Id[] }).meetings;
  }

  private async signedIn(anew = false): Promise<Session> {
    if (anew || typeof this.state !== 'object') {
      this.state = await session();
    }
    if (typeof this.state === 'object') {
      return this.state;
    }
    throw new SourceFault(this.state === 'OUT' ? 'SIGNED_OUT' : 'OFFLINE');
  }

  /** Looks again at everything that is shown; if that is asked for while it looks, once more. */
  tell(): Promise<void> {
    if (this.telling !== null) {
      this.tellAgain = true;
      return this.telling;
    }
    this.telling = this.lookAtAll().finally(() => (this.telling = null));
    return this.telling;
  }

  private async lookAtAll(): Promise<void> {
    do {
      this.tellAgain = false;
      try {
        await this.lookOnce();
      } catch (fault) {
        if (!(fault instanceof VaultClosed || fault instanceof ShelfGone)) {
          throw fault;
        }
        this.tellAgain = this.vault?.isOpen ?? false; // locked or taken away while it was looked at
      }
    } while (this.tellAgain);
  }

  private async lookOnce(): Promise<void> {
    if (!isPossible()) {
      const { online, pending } = this.source.condition;
      this.shown = { ...this.shown, online, pending };
      this.dispatchEvent(new Event('change'));
      return;
    }
    const vault = this.vault;
    const state = vault === null ? 'ABSENT' : await vault.state();
    const lease = vault === null ? undefined : await vault.lease();
    this.source.pendingAre(vault === null ? 0 : await unsent(vault));
    const refused = vault?.isOpen && this.kept ? await this.kept.outbox.refused() : [];
    const estimate = await navigator.storage.estimate();
    const persisted = await navigator.storage.persisted();
    this.shown = {
      ...this.shown,
      online: this.source.condition.online,
      signedIn: typeof this.state === 'object',
      vault: state,
      pending: this.source.condition.pending,
      refused,
      lastContact: lease?.contact ?? null,
      until: lease === undefined ? null : lease.contact + lease.milliseconds,
      taken: this.kept ? await this.kept.luggage.ids() : [],
      luggage: vault?.isOpen && this.kept ? this.kept.luggage.all : [],
      storage: { used: estimate.usage ?? 0, free: (estimate.quota ?? 0) - (estimate.usage ?? 0), persisted },
    };
    this.dispatchEvent(new Event('change'));
  }
}

/** What the server said in the person's words. */
export class Told extends Error {}

async function refusal(answer: Response): Promise<Error> {
  return answer.status === 409 ? new Told(((await answer.json()) as { message: string }).message) : new SourceFault('OFFLINE');
}
