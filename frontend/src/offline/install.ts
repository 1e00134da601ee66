/** Lets the reader start without network, and keeps it up to date. */

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** Besides, a browser looks whenever the reader is opened. */
const LOOK_EVERY = 3_600_000;

export class Installation extends EventTarget {
  private registration: ServiceWorkerRegistration | null = null;
  private asked: InstallPrompt | null = null;

  /** Registers the service worker. A version that waits takes over now: nothing was begun on this page yet. */
  async start(): Promise<void> {
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.asked = event as InstallPrompt;
      this.changed();
    });
    window.addEventListener('appinstalled', () => {
      this.asked = null;
      this.changed();
    });
    if (!('serviceWorker' in navigator)) {
      return;
    }
    try {
      this.registration = await navigator.serviceWorker.register('/read-worker.js', { scope: '/read', updateViaCache: 'none' });
    } catch (fault) {
      console.warn('The reader will not start without network', fault);
      return;
    }
    if (this.registration.waiting !== null) {
      await this.takeOver();
      return;
    }
    setInterval(() => void this.lookForUpdate(), LOOK_EVERY);
    this.registration.addEventListener('updatefound', () => {
      const next = this.registration?.installing;
      next?.addEventListener('statechange', () => this.changed());
    });
  }

  /** A new version is ready and waits for who reads. */
  get hasUpdate(): boolean {
    return this.registration?.waiting != null && navigator.serviceWorker.controller !== null;
  }

  get mayInstall(): boolean {
    return this.asked !== null;
  }

  async install(): Promise<void> {
    await this.asked?.prompt();
    this.asked = null;
    this.changed();
  }

  /** The page starts anew in the version that waits. */
  async takeOver(): Promise<void> {
    const waiting = this.registration?.waiting;
    if (waiting) {
      const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
      waiting.postMessage('take over');
      if (navigator.serviceWorker.controller !== null) {
        await taken;
        location.reload();
      }
    }
  }

  private async lookForUpdate(): Promise<void> {
    try {
      await this.registration?.update();
    } catch {
      // no network: looked for again with the next contact
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
