import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { SourceFault, type Id, type Meeting, type MeetingEntry } from '../reader/source';
import { language, t } from '../reader/texts';
import type { Installation } from './install';
import { spaceNeeded, type Luggage } from './luggage';
import { Told, type Offline } from './offline';
import { SHORTEST_PASSPHRASE, weakness } from './sealing';
import { TooManyGuesses, WrongPassphrase } from './vault';

/**
 * Meetings taken along: a button that always says how things stand, and behind it everything that can be done about them.
 */

const icon = (name: string) => html`<svg class="rd-icon" aria-hidden="true"><use href="/assets/icons.svg#${name}"></use></svg>`;

/** Asks the panel to take a meeting along. */
const TAKE = 'ratssaal-take-along';

export function megabytes(bytes: number): string {
  const [unit, size] = bytes < 1e9 ? ['MB', Math.max(bytes / 1e6, bytes > 0 ? 0.1 : 0)] : ['GB', bytes / 1e9];
  return `${new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(size)} ${unit}`;
}

function moment(at: number | string, zone?: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(at));
}

abstract class OfflineElement extends LitElement {
  declare offline: Offline;
  private readonly look = () => this.requestUpdate();

  // The page's own styles apply.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.offline.addEventListener('change', this.look);
  }

  override disconnectedCallback(): void {
    this.offline.removeEventListener('change', this.look);
    super.disconnectedCallback();
  }
}

/** How things stand, among the tools at the top. */
class OfflinePanel extends OfflineElement {
  static override properties = {
    offline: { attribute: false },
    installation: { attribute: false },
    meeting: { attribute: false },
    wanted: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };

  declare installation: Installation;
  /** Which is read now. */
  declare meeting: Meeting | null;
  /** Which somebody wants to take along. */
  declare wanted: Meeting | null;
  declare trouble: string;
  declare busy: boolean;
  private readonly asked = (event: Event) => void this.want((event as CustomEvent<Id>).detail);
  private readonly installable = () => this.requestUpdate();

  constructor() {
    super();
    this.meeting = null;
    this.wanted = null;
    this.trouble = '';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(TAKE, this.asked);
    this.installation.addEventListener('change', this.installable);
  }

  override disconnectedCallback(): void {
    document.removeEventListener(TAKE, this.asked);
    this.installation.removeEventListener('change', this.installable);
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    const { vault, removed, online, signedIn } = this.offline.shown;
    if (removed !== null || vault === 'CLOCK_SET_BACK' || vault === 'ENDED' || ((!online || !signedIn) && vault === 'LOCKED')) {
      this.open();
    }
  }

  private get dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }

  private open(): void {
    this.trouble = '';
    void this.offline.tell();
    this.dialog.showModal();
  }

  private close(): void {
    this.dialog.close();
  }

  private async want(id: Id): Promise<void> {
    this.open();
    await this.act(async () => {
      this.wanted = this.meeting?.id === id ? this.meeting : await this.offline.source.meeting(id);
    });
  }

  /** Does something and says what went wrong. */
  private async act(what: () => Promise<unknown>): Promise<void> {
    this.trouble = '';
    this.busy = true;
    try {
      await what();
    } catch (fault) {
      this.trouble = troubleOf(fault);
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { online, pending, vault, possible } = this.offline.shown;
    const state = online ? t('reader.offline.online') : t('reader.offline.away');
    const waiting = pending > 0 ? t('reader.offline.pending', pending) : '';
    return html`
      <button
        class="rd-tool rd-worded ro-state"
        aria-haspopup="dialog"
        aria-label=${[t('reader.offline.open'), state, waiting].filter(Boolean).join(', ')}
        @click=${() => this.open()}
      >
        ${icon(online ? (vault === 'ABSENT' || !possible ? 'download' : 'device') : 'offline')}
        <span class="ro-words ${online ? '' : 'ro-away'}">${state}</span>
        ${pending > 0 ? html`<span class="ro-count" aria-hidden="true">${pending}</span>` : nothing}
      </button>
      <dialog class="ro-panel" aria-labelledby="ro-title" @close=${() => (this.wanted = null)}>
        <header>
          <h2 id="ro-title" tabindex="-1">${t('reader.offline.title')}</h2>
          <button class="rd-tool" aria-label=${t('reader.close')} @click=${() => this.close()}>${icon('close')}</button>
        </header>
        ${possible ? this.content() : html`<p>${t('reader.offline.impossible')}</p>`} ${this.programme()}
      </dialog>
    `;
  }

  private content(): TemplateResult {
    const { vault, removed } = this.offline.shown;
    return html`
      ${this.standing()}
      ${removed === null || vault === 'ENDED' ? nothing : html`<p class="ro-note" role="alert">${t(`reader.offline.removed.${removed}`)}</p>`}
      ${this.offline.shown.damaged ? html`<p class="ro-note" role="alert">${t('reader.offline.damaged')}</p>` : nothing}
      <p class="ro-trouble" role="alert">${this.trouble}</p>
      ${vault === 'LOCKED' ? this.unlocking() : nothing}
      ${vault === 'ENDED' || vault === 'CLOCK_SET_BACK' ? html`<p class="ro-note">${t(`reader.offline.vault.${vault}`)}</p>` : nothing}
      ${vault === 'OPEN' || vault === 'ABSENT' ? this.taking() : nothing} ${this.list()} ${this.refused()} ${this.room()}
      ${this.ending()}
    `;
  }

  /** Online or not, what waits, and when there was contact. */
  private standing(): TemplateResult {
    const { online, signedIn, pending, lastContact, until, working, vault } = this.offline.shown;
    return html`<section aria-label=${t('reader.offline.state')}>
      <p class="ro-facts" role="status">
        <strong class=${online ? 'ro-good' : 'ro-bad'}>${online ? t('reader.offline.online') : t('reader.offline.away')}</strong>
        ${vault === 'ABSENT' ? nothing : html`<span>${pending > 0 ? t('reader.offline.pending', pending) : t('reader.offline.all-sent')}</span>`}
        ${lastContact === null ? nothing : html`<span>${t('reader.offline.contact', moment(lastContact))}</span>`}
        ${until === null || online ? nothing : html`<span>${t('reader.offline.until', moment(until))}</span>`}
        ${working ? html`<span>${t('reader.offline.working')}</span>` : nothing}
      </p>
      ${online && !signedIn ? html`<p>${t('reader.offline.sign-in')} <a href="/app/login" target=${this.offline.source.condition.safe ? nothing : '_blank'}>${t('reader.sign-in')}</a></p>` : nothing}
      ${
        vault === 'ABSENT'
          ? nothing
          : html`<button
              class="rs-button rs-button-secondary"
              ?disabled=${working}
              @click=${() => this.act(() => this.offline.meet())}
            >
              ${icon('refresh')} ${t('reader.offline.meet')}
            </button>`
      }
    </section>`;
  }

  private unlocking(): TemplateResult {
    return html`<section>
      <h3>${t('reader.offline.locked')}</h3>
      <p>${t('reader.offline.locked-text')}</p>
      <form
        class="ro-form"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const field = (event.target as HTMLFormElement).querySelector('input')!;
          void this.act(() => this.offline.unlock(field.value)).then(() => {
            field.value = '';
            if (this.offline.shown.vault === 'OPEN' && this.wanted === null) {
              this.close();
            } else {
              field.focus();
            }
          });
        }}
      >
        <label for="ro-unlock">${t('reader.offline.passphrase')}</label>
        <input id="ro-unlock" type="password" autocomplete="off" required autofocus />
        <button class="rs-button" type="submit" ?disabled=${this.busy}>
          ${this.busy ? t('reader.offline.checking') : t('reader.offline.unlock')}
        </button>
      </form>
      <p class="rd-hint">${t('reader.offline.forgotten')}</p>
    </section>`;
  }

  /** The meeting that is read or was asked for, unless it lies here. */
  private taking(): TemplateResult | typeof nothing {
    const meeting = this.wanted ?? this.meeting;
    const { luggage, storage, vault, online, signedIn } = this.offline.shown;
    if (meeting === null || luggage.some((it) => it.meeting === meeting.id)) {
      return vault === 'ABSENT' ? html`<section><p>${t('reader.offline.about')}</p></section>` : nothing;
    }
    const need = spaceNeeded(meeting);
    const isRoom = storage === null || storage.free > need * 1.1;
    return html`<section>
      <h3>${meeting.title}</h3>
      <p>${t('reader.offline.about')}</p>
      <p>
        ${t('reader.offline.need', megabytes(need))}
        ${storage === null ? nothing : t('reader.offline.free', megabytes(storage.free))}
        ${isRoom ? nothing : html`<strong class="ro-bad">${t('reader.offline.no-room')}</strong>`}
      </p>
      ${!online || !signedIn ? html`<p>${t('reader.offline.take-online')}</p>` : nothing}
      ${
        vault === 'ABSENT'
          ? this.settingUp(meeting, isRoom && online && signedIn)
          : html`<button
              class="rs-button"
              ?disabled=${!isRoom || this.busy || !online || !signedIn}
              @click=${() => this.take(meeting)}
            >
              ${icon('download')} ${t('reader.offline.take')}
            </button>`
      }
    </section>`;
  }

  private settingUp(meeting: Meeting, may: boolean): TemplateResult {
    return html`<form
      class="ro-form"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const [first, second] = [...(event.target as HTMLFormElement).querySelectorAll('input')] as [
          HTMLInputElement,
          HTMLInputElement,
        ];
        const weak = weakness(first.value);
        if (weak !== null || first.value !== second.value) {
          this.trouble =
            weak === 'short'
              ? t('reader.offline.short', SHORTEST_PASSPHRASE)
              : weak === 'simple'
                ? t('reader.offline.simple')
                : t('reader.offline.differs');
          first.focus();
          return;
        }
        void this.act(() => this.offline.setUp(first.value)).then(() => (this.trouble === '' ? this.take(meeting) : undefined));
      }}
    >
      <p>${t('reader.offline.choose')}</p>
      <label for="ro-first">${t('reader.offline.passphrase')}</label>
      <input id="ro-first" type="password" autocomplete="off" required aria-describedby="ro-rule" />
      <p id="ro-rule" class="rd-hint">${t('reader.offline.rule', SHORTEST_PASSPHRASE)}</p>
      <label for="ro-second">${t('reader.offline.again')}</label>
      <input id="ro-second" type="password" autocomplete="off" required />
      <button class="rs-button" type="submit" ?disabled=${!may || this.busy}>
        ${icon('download')} ${this.busy ? t('reader.offline.checking') : t('reader.offline.take')}
      </button>
    </form>`;
  }

  private take(meeting: Meeting): void {
    void this.act(() => this.offline.take(meeting.id));
  }

  private list(): TemplateResult | typeof nothing {
    const { luggage, taken, vault } = this.offline.shown;
    if (vault !== 'OPEN' || taken.length === 0) {
      return nothing;
    }
    return html`<section>
      <h3>${t('reader.offline.list')}</h3>
      <ul class="ro-list">
        ${luggage.map((it) => html`<li>${this.one(it)}</li>`)}
      </ul>
    </section>`;
  }

  private one(luggage: Luggage): TemplateResult {
    const done = luggage.documents.filter((it) => it.state === 'READY' || it.state === 'MISSING').length;
    const missing = luggage.documents.filter((it) => it.state === 'MISSING');
    const all = luggage.documents.length;
    const isWhole = luggage.state === 'READY';
    const label = (key: string) => t(key, luggage.title);
    return html`
      <p class="ro-meeting">
        <strong>${luggage.title}</strong> <span>${moment(luggage.start, luggage.zone)} · ${megabytes(luggage.bytes)}</span>
      </p>
      <p>${isWhole ? t('reader.offline.whole', all) : t(`reader.offline.luggage.${luggage.state}`, done, all)}</p>
      ${isWhole ? nothing : html`<progress max=${all} value=${done} aria-label=${label('reader.offline.progress')}></progress>`}
      ${missing.length > 0 ? html`<p class="rd-hint">${t('reader.offline.missing', missing.map((it) => it.title).join(', '))}</p>` : nothing}
      <details>
        <summary>${t('reader.offline.documents', all)}</summary>
        <ul>
          ${luggage.documents.map((it) => html`<li><span>${it.title}</span> <span class="ro-document">${t(`reader.offline.document.${it.state}`)} ${it.bytes > 0 ? megabytes(it.bytes) : ''}</span></li>`)}
        </ul>
      </details>
      <div class="rd-acts">
        ${
          luggage.state === 'LOADING'
            ? html`<button
                class="rd-act"
                aria-label=${label('reader.offline.pause-of')}
                @click=${() => this.act(() => this.offline.pause(luggage.meeting))}
              >
                ${icon('stop')} ${t('reader.offline.pause')}
              </button>`
            : nothing
        }
        ${
          !isWhole && luggage.state !== 'LOADING'
            ? html`<button
                class="rd-act"
                aria-label=${label('reader.offline.resume-of')}
                @click=${() => this.act(() => this.offline.take(luggage.meeting))}
              >
                ${icon('refresh')} ${t('reader.offline.resume')}
              </button>`
            : nothing
        }
        <button
          class="rd-act"
          aria-label=${label('reader.offline.remove-of')}
          @click=${() => this.act(() => this.offline.remove(luggage.meeting))}
        >
          ${icon('delete')} ${t('reader.offline.remove')}
        </button>
      </div>
    `;
  }

  /** What the server did not take: nothing of it is lost in silence. */
  private refused(): TemplateResult | typeof nothing {
    const { refused } = this.offline.shown;
    return refused.length === 0
      ? nothing
      : html`<section>
          <h3>${t('reader.offline.refused')}</h3>
          <ul class="ro-list">
            ${refused.map(
              ([place, it]) =>
                html`<li>
                  <p>${moment(it.at)}: ${it.message}</p>
                  ${'text' in it.operation && it.operation.text ? html`<p class="rd-text">${it.operation.text}</p>` : nothing}
                  ${'quote' in it.operation && it.operation.quote ? html`<q>${it.operation.quote}</q>` : nothing}
                  <button class="rd-act" @click=${() => this.act(() => this.offline.dismiss(place))}>
                    ${icon('check')} ${t('reader.offline.understood')}
                  </button>
                </li>`,
            )}
          </ul>
        </section>`;
  }

  private room(): TemplateResult | typeof nothing {
    const { storage, vault } = this.offline.shown;
    return storage === null || vault === 'ABSENT'
      ? nothing
      : html`<section>
          <p class="rd-hint">
            ${t('reader.offline.used', megabytes(storage.used), megabytes(storage.free))}
            ${storage.persisted ? t('reader.offline.persisted') : t('reader.offline.not-persisted')}
          </p>
          ${storage.persisted ? nothing : html`<button class="rd-act" @click=${() => this.act(() => this.offline.persist())}>${icon('save')} ${t('reader.offline.persist')}</button>`}
        </section>`;
  }

  private ending(): TemplateResult | typeof nothing {
    const { vault, signedIn } = this.offline.shown;
    return html`<section class="ro-ending">
      ${vault === 'OPEN' ? html`<button class="rd-act" @click=${() => void this.offline.lock()}>${icon('lock')} ${t('reader.offline.lock')}</button>` : nothing}
      ${
        vault === 'ABSENT'
          ? nothing
          : html`<button class="rd-act" @click=${() => this.act(() => this.offline.removeEverything())}>
              ${icon('delete')} ${t('reader.offline.remove-all')}
            </button>`
      }
      ${signedIn ? html`<a class="rd-act" href="/app/devices">${icon('device')} ${t('reader.offline.devices')}</a>` : nothing}
      ${signedIn || vault !== 'ABSENT' ? html`<button class="rd-act" @click=${() => this.act(() => this.offline.signOut())}>${icon('sign-out')} ${t('reader.offline.sign-out')}</button>` : nothing}
    </section>`;
  }

  /** The program itself: installing it and bringing it up to date. */
  private programme(): TemplateResult | typeof nothing {
    const { mayInstall, hasUpdate } = this.installation;
    return !mayInstall && !hasUpdate
      ? nothing
      : html`<section>
          ${hasUpdate ? html`<p>${t('reader.offline.update')} <button class="rd-act" @click=${() => void this.installation.takeOver()}>${icon('refresh')} ${t('reader.offline.update-now')}</button></p>` : nothing}
          ${mayInstall ? html`<button class="rd-act" @click=${() => void this.installation.install()}>${icon('add')} ${t('reader.offline.install')}</button>` : nothing}
        </section>`;
  }
}

/** Beside a meeting in a list: takes it along, or says that it lies here. */
class TakeAlong extends OfflineElement {
  static override properties = { offline: { attribute: false }, entry: { attribute: false } };

  declare entry: MeetingEntry;

  protected override render(): TemplateResult | typeof nothing {
    const { possible, taken, luggage } = this.offline.shown;
    if (!possible) {
      return nothing;
    }
    const shown = luggage.find((it) => it.meeting === this.entry.id);
    const done = shown?.documents.filter((it) => it.state === 'READY' || it.state === 'MISSING').length ?? 0;
    const words = !taken.includes(this.entry.id)
      ? t('reader.offline.take')
      : shown === undefined || shown.state === 'READY'
        ? t('reader.offline.is-taken')
        : t('reader.offline.taken-part', done, shown.documents.length);
    return html`<button
      class="rd-act ro-take"
      aria-label="${words}: ${this.entry.title}"
      @click=${() => document.dispatchEvent(new CustomEvent(TAKE, { detail: this.entry.id }))}
    >
      ${icon(taken.includes(this.entry.id) ? 'success' : 'download')} ${words}
    </button>`;
  }
}

customElements.define('rs-offline', OfflinePanel);
customElements.define('rs-take-along', TakeAlong);

function troubleOf(fault: unknown): string {
  if (fault instanceof WrongPassphrase) {
    return t('reader.offline.wrong');
  }
  if (fault instanceof TooManyGuesses) {
    return t('reader.offline.wait', Math.ceil(fault.milliseconds / 1_000));
  }
  if (fault instanceof Told) {
    return fault.message;
  }
  if (fault instanceof SourceFault) {
    return t(`reader.fault.${fault.kind}`);
  }
  console.warn('Taking along failed', fault);
  return t('reader.offline.failed');
}
