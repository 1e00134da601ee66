import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Secrets } from '../ballot/ceremony';
import { Calls } from '../ballot/calls';
import { fileChoice } from '../ballot/file-choice';
import { qrCode } from '../ballot/qr-code';
import { download, filled, hold, wait } from '../ballot/window';
import { shortHash } from '../ballot/words';
import { SHORTEST_PASSPHRASE, weakness } from '../offline/sealing';
import { DatabaseShelf } from '../offline/shelf';
import { verifyInWorkers } from '../verify/pool';
import type { Report } from '../verify/verification';
import { browserPasskeys, Keeping } from './keeping';
import { TellerFlow, type KeyWork, type TellerView, type Withheld } from './teller-flow';
import { FetchedTellerServer, type Ceremony, type Task, type TellerServer } from './teller-server';
import type { Trouble } from './trouble';

/**
 * What a teller does: make the key together with the others, keep the own share on this device, decrypt results with it, and verify them in
 * this browser.
 *
 * Attributes: `address` of the teller's endpoints; `person` who it is; `worker` and `verify-worker` addresses of the two scripts; `texts` the
 * labels as JSON; `changed` any value that changes when the page hears that there is something new. Property `server` takes the place of the
 * endpoints. Event `result-verified` with poll and report, if it is accepted.
 */
export type TellerTexts = Words & Record<`withheld.${Withheld}` | `fault.${string}` | `reason.${string}`, string>;

interface Words {
  loading: string;
  notReached: string;
  idle: string;
  otherWindow: string;
  useHere: string;
  invited: string;
  invitedHint: string;
  tellers: string;
  threshold: string;
  you: string;
  protect: string;
  passkey: string;
  passkeyMissing: string;
  orPassphrase: string;
  passphrase: string;
  passphraseHint: string;
  passphraseAgain: string;
  passphraseDiffers: string;
  passphraseSimple: string;
  begin: string;
  locked: string;
  unlock: string;
  wrong: string;
  round: string;
  waiting: string;
  working: string;
  comparing: string;
  comparingHint: string;
  same: string;
  different: string;
  abort: string;
  abortReason: string;
  aborted: string;
  elsewhere: string;
  ready: string;
  readyHint: string;
  nothingToDo: string;
  decrypt: string;
  confirm: string;
  fetching: string;
  checking: string;
  sending: string;
  rejected: string;
  rejectedHint: string;
  back: string;
  verified: string;
  export: string;
  exportHint: string;
  exportNow: string;
  exported: string;
  sheet: string;
  sheetHint: string;
  download: string;
  print: string;
  close: string;
  import: string;
  importHint: string;
  importFile: string;
  importNone: string;
  importText: string;
  importNow: string;
  importFailed: string;
  importWrong: string;
  signedOut: string;
  refused: string;
  storageFull: string;
  damaged: string;
  unknown: string;
  again: string;
  file: string;
  approving: string;
  approvingHint: string;
  approvingBallots: string;
  approvingHead: string;
  approve: string;
  disapprove: string;
  withheld: string;
}

/** More letters make squares too small for a camera: a share that has decrypted many sums is then kept as file or text. */
const LONGEST_QR = 1_800;

class Teller extends LitElement {
  static override properties = {
    address: {},
    person: {},
    worker: {},
    verifyWorker: { attribute: 'verify-worker' },
    texts: { type: Object },
    changed: {},
    server: { attribute: false },
    seen: { state: true },
    trouble: { state: true },
    importTrouble: { state: true },
    importFile: { state: true },
    passkeyTrouble: { state: true },
  };

  declare address: string;
  declare person: string;
  declare worker: string;
  declare verifyWorker: string;
  declare texts: TellerTexts;
  declare changed: string;
  declare server: TellerServer | null;
  /** Counts what the flow has told. */
  declare seen: number;
  /** What is wrong with what was typed. */
  declare trouble: string;
  /** The same of what was to be imported, which may stand on the same page. */
  declare importTrouble: string;
  declare importFile: File | null;
  /** Why the passkey does not protect the share. */
  declare passkeyTrouble: string;
  private flow: TellerFlow | null = null;
  private calls: Calls | null = null;
  private release: () => void = () => {};
  private shown = '';

  constructor() {
    super();
    this.server = null;
    this.seen = 0;
    this.trouble = '';
    this.importTrouble = '';
    this.importFile = null;
    this.passkeyTrouble = '';
  }

  // The page's own styles apply: it is part of the page, not a widget in it.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.woke);
    document.addEventListener('visibilitychange', this.woke);
    if (this.hasUpdated) {
      this.start(); // put back into the page
    }
  }

  override disconnectedCallback(): void {
    window.removeEventListener('online', this.woke);
    document.removeEventListener('visibilitychange', this.woke);
    this.finish();
    super.disconnectedCallback();
  }

  protected override updated(changes: Map<string, unknown>): void {
    if (changes.has('address') || changes.has('person')) {
      this.start();
    } else if (changes.has('changed')) {
      void this.flow?.look();
    }
    const now = this.flow?.view.at ?? '';
    if (now !== this.shown) {
      const first = this.shown === '' || this.shown === 'loading';
      this.shown = now;
      if (!first) {
        this.querySelector<HTMLElement>('.rs-booth-title')?.focus();
      }
    }
  }

  private readonly woke = (): void => {
    if (document.visibilityState === 'visible') {
      void this.flow?.look();
    }
  };

  private start(): void {
    this.finish();
    const { address, person } = this;
    const calls = new Calls(new Worker(this.worker, { type: 'module' }));
    const work: KeyWork = {
      start: (...it) => calls.call('start', it),
      heard: (...it) => calls.call('heard', it),
      code: (...it) => calls.call('code', it),
      compared: (...it) => calls.call('compared', it),
      second: (...it) => calls.call('second', it),
      third: (...it) => calls.call('third', it),
      isOurs: (...it) => calls.call('isOurs', it),
      summary: (bytes) => calls.call('summary', bytes),
      decrypt: (...it) => calls.call('decrypt', it),
      verify: (bytes, given, progress) =>
        verifyInWorkers(this.verifyWorker, bytes, given, (_check, done, all) => (all > 0 ? progress(done, all) : undefined)),
    };
    const flow = new TellerFlow(
      {
        server: this.server ?? new FetchedTellerServer(address, person),
        work,
        keeping: new Keeping<Secrets>(person, new DatabaseShelf(person, 'ratssaal-teller-'), browserPasskeys),
        hold: async (steal, lost) => {
          const release = await hold(`rs-teller/${person}`, steal, lost);
          if (this.flow === flow) {
            this.release = release ?? this.release;
          } else {
            release?.(); // gone meanwhile
          }
          return release !== null;
        },
        wait,
        report: (fault) => console.error(fault),
      },
      () => {
        if (this.flow === flow) {
          this.seen++;
        }
      },
    );
    this.flow = flow;
    this.calls = calls;
    this.requestUpdate();
    void flow.start();
  }

  private finish(): void {
    this.flow?.end();
    this.flow = null;
    this.calls?.end();
    this.calls = null;
    this.release();
    this.release = () => {};
  }

  protected override render(): unknown {
    const { flow, texts } = this;
    if (!texts || flow === null) {
      return nothing;
    }
    return html`<section class="rs-teller" data-at=${flow.view.at}>${this.body(flow, flow.view, texts)}</section>`;
  }

  private body(flow: TellerFlow, view: TellerView, texts: TellerTexts): unknown {
    switch (view.at) {
      case 'loading':
        return this.note(texts.loading);
      case 'not-reached':
        return this.note(texts.notReached, 'warning');
      case 'idle':
        return html`${this.note(texts.idle)} ${this.importing(flow)}`;
      case 'elsewhere':
        return html`${this.note(texts.elsewhere, 'warning')} ${view.ceremony.state === 'DONE' ? this.importing(flow) : this.aborting(flow)}`;
      case 'other-window':
        return html`${this.note(texts.otherWindow, 'warning')}
          <button type="button" class="rs-booth-main" @click=${() => void flow.start(true)}>${texts.useHere}</button>`;
      case 'invited':
        return this.invited(flow, view.ceremony);
      case 'locked':
        return this.locked(flow, view.label.kind, view.wrong);
      case 'working':
        return html`${this.rounds(view.round)} ${this.note(texts.working)}`;
      case 'waiting':
        return html`${this.rounds(view.round)} ${this.note(filled(texts.waiting, view.there, view.ceremony.tellers.length))}
        ${this.present(view.ceremony, view.ceremony.rounds[view.round])} ${this.aborting(flow)}`;
      case 'comparing':
        return html`${this.rounds(1)}
          <h2 class="rs-booth-title" tabindex="-1">${texts.comparing}</h2>
          <p class="rs-teller-digits" translate="no">
            ${view.digits.split(' ').map((it) => html`<span>${it}</span>`)}
          </p>
          <p class="rs-booth-hint">${texts.comparingHint}</p>
          ${this.present(view.ceremony, null)}
          <div class="rs-booth-actions">
            <button type="button" class="rs-booth-main" @click=${() => void flow.same()}>${texts.same}</button>
            <button type="button" class="rs-booth-other" @click=${() => void flow.abort(texts.different)}>${texts.different}</button>
          </div>`;
      case 'trouble':
        return html`${this.note(this.said(view.trouble), view.trouble.kind === 'signed-out' ? 'warning' : 'danger')}
        ${view.trouble.kind === 'damaged' ? this.importing(flow) : nothing} ${view.stays ? this.tryAgain(flow) : nothing}`;
      case 'aborted':
        return html`${this.note(
          view.fault === null
            ? `${texts.aborted} ${view.reason}`
            : `${texts.aborted} ${filled(texts[`fault.${view.fault.step}`] ?? view.fault.step, view.fault.index)}`,
          'danger',
        )}
        ${view.stays ? this.tryAgain(flow) : nothing}`;
      case 'ready':
        return this.ready(flow, view.tasks, view.exportedShare);
      case 'decrypting':
        return html`<h2 class="rs-booth-title" tabindex="-1">${view.task.title}</h2>
          <p class="rs-booth-note" role="status">${texts[view.stage]}</p>
          ${view.all === undefined
            ? nothing
            : html`<progress class="rs-verify-progress" max=${view.all} .value=${view.done ?? 0} aria-label=${texts.checking}></progress>`}`;
      case 'approving':
        return this.approving(flow, view.task, view.ballots, view.closing);
      case 'withheld':
        return html`<h2 class="rs-booth-title" tabindex="-1">${view.task.title}</h2>
          <p class="rs-booth-note" data-mood="danger" role="alert">${texts.withheld} ${texts[`withheld.${view.why}`]}</p>
          <p class="rs-booth-hint">${texts.rejectedHint}</p>
          <button type="button" class="rs-booth-other" @click=${() => void flow.back()}>${texts.back}</button>`;
      case 'rejected':
        return this.rejected(flow, view.task, view.report);
    }
  }

  private approving(flow: TellerFlow, task: Task, ballots: number, closing: string): TemplateResult {
    const { texts } = this;
    return html`<h2 class="rs-booth-title" tabindex="-1">${texts.approving}</h2>
      <p class="rs-booth-hint">${texts.approvingHint}</p>
      <dl class="rs-booth-heads rs-teller-compare">
        <div><dt>${task.title}</dt><dd>${filled(texts.approvingBallots, ballots)}</dd></div>
        <div><dt>${texts.approvingHead}</dt><dd translate="no"><code>${shortHash(closing)}</code></dd></div>
      </dl>
      <div class="rs-booth-actions">
        <button type="button" class="rs-booth-main" @click=${() => void flow.approve()}>${texts.approve}</button>
        <button type="button" class="rs-booth-other" @click=${() => void flow.back()}>${texts.disapprove}</button>
      </div>`;
  }

  private note(text: string, mood: 'info' | 'success' | 'warning' | 'danger' = 'info'): TemplateResult {
    return html`<p class="rs-booth-note rs-booth-title" data-mood=${mood} role="status" tabindex="-1">${text}</p>`;
  }

  private said(trouble: Trouble): string {
    const { texts } = this;
    switch (trouble.kind) {
      case 'not-reached':
        return texts.notReached;
      case 'signed-out':
        return texts.signedOut;
      case 'refused':
        return filled(texts.refused, trouble.message);
      case 'storage-full':
        return texts.storageFull;
      case 'damaged':
        return texts.damaged;
      case 'wrong-passphrase':
        return texts.importWrong;
      case 'not-a-share':
        return texts.importFailed;
      case 'unknown':
        return filled(texts.unknown, trouble.message);
    }
  }

  private tryAgain(flow: TellerFlow): TemplateResult {
    return html`<div class="rs-booth-actions">
      <button type="button" class="rs-booth-main" @click=${() => void flow.back()}>${this.texts.again}</button>
    </div>`;
  }

  private rounds(round: number): TemplateResult {
    return html`<div class="rs-booth-steps">
      <span>${filled(this.texts.round, round + 1, 4)}</span>
      <span class="rs-booth-track" aria-hidden="true">
        ${[0, 1, 2, 3].map((it) => html`<i class=${it <= round ? 'rs-booth-passed' : ''}></i>`)}
      </span>
    </div>`;
  }

  /** @param sent what was sent in this round; null if it does not matter */
  private present({ tellers, index }: Ceremony, sent: readonly (string | null)[] | null): TemplateResult {
    return html`<ul class="rs-teller-people">
      ${tellers.map((name, i) => {
        const there = sent !== null && sent[i] !== null;
        return html`<li data-there=${there}>
          <span class="rs-verify-sign" aria-hidden="true">${sent === null ? i + 1 : there ? '✓' : '…'}</span>
          ${name}${i + 1 === index ? html` <small>${this.texts.you}</small>` : nothing}
        </li>`;
      })}
    </ul>`;
  }

  private invited(flow: TellerFlow, ceremony: Ceremony): TemplateResult {
    const { texts } = this;
    return html`<h2 class="rs-booth-title" tabindex="-1">${texts.invited}</h2>
      ${ceremony.organization === undefined ? nothing : html`<p class="rs-teller-organization">${ceremony.organization}</p>`}
      <p class="rs-booth-hint">${texts.invitedHint}</p>
      <h3>${texts.tellers}</h3>
      ${this.present(ceremony, null)}
      <p>${filled(texts.threshold, ceremony.threshold, ceremony.tellers.length)}</p>
      <h3>${texts.protect}</h3>
      <div class="rs-booth-actions">
        <button type="button" class="rs-booth-main" @click=${() => void this.joinByPasskey(flow)}>${texts.passkey}</button>
        ${this.passkeyTrouble === '' ? nothing : html`<p class="rs-teller-trouble" role="alert">${this.passkeyTrouble}</p>`}
      </div>
      <p>${texts.orPassphrase}</p>
      ${this.passphraseForm(texts.begin, true, async (typed) => void (await flow.join({ passphrase: typed })))}
      ${this.aborting(flow)}`;
  }

  private async joinByPasskey(flow: TellerFlow): Promise<void> {
    this.trouble = '';
    this.passkeyTrouble = '';
    if (!(await flow.join('passkey')) && flow.view.at === 'invited') {
      this.passkeyTrouble = this.texts.passkeyMissing;
    }
  }

  /** @param anew whether the passphrase is a new one, and has to be typed twice */
  private passphraseForm(label: string, anew: boolean, done: (passphrase: string) => Promise<void>): TemplateResult {
    const { texts } = this;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const [typed, again] = [...form.querySelectorAll('input')].map((it) => it.value) as [string, string?];
      const weak = anew ? weakness(typed) : null;
      this.passkeyTrouble = '';
      this.trouble =
        weak === 'short' ? filled(texts.passphraseHint, SHORTEST_PASSPHRASE)
        : weak === 'simple' ? texts.passphraseSimple
        : anew && typed !== again ? texts.passphraseDiffers
        : '';
      if (this.trouble === '') {
        form.reset();
        void done(typed);
      }
    };
    return html`<form class="rs-teller-form" @submit=${submit}>
      <label>
        <span>${texts.passphrase}</span>
        <input type="password" autocomplete=${anew ? 'new-password' : 'current-password'} required />
      </label>
      ${anew
        ? html`<label>
              <span>${texts.passphraseAgain}</span>
              <input type="password" autocomplete="new-password" required />
            </label>
            <p class="rs-booth-hint">${filled(texts.passphraseHint, SHORTEST_PASSPHRASE)}</p>`
        : nothing}
      ${this.trouble === '' ? nothing : html`<p class="rs-teller-trouble" role="alert">${this.trouble}</p>`}
      <button type="submit" class="rs-booth-other">${label}</button>
    </form>`;
  }

  private locked(flow: TellerFlow, kind: 'passkey' | 'passphrase', wrong: boolean): TemplateResult {
    const { texts } = this;
    return html`<h2 class="rs-booth-title" tabindex="-1">${texts.locked}</h2>
      ${wrong ? html`<p class="rs-teller-trouble" role="alert">${texts.wrong}</p>` : nothing}
      ${kind === 'passkey'
        ? html`<button type="button" class="rs-booth-main" @click=${() => void flow.unlock()}>${texts.unlock}</button>`
        : this.passphraseForm(texts.unlock, false, (typed) => flow.unlock(typed))}
      ${this.importing(flow)}`;
  }

  private aborting(flow: TellerFlow): TemplateResult {
    const { texts } = this;
    return html`<details class="rs-booth-challenge">
      <summary>${texts.abort}</summary>
      <form
        class="rs-teller-form"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void flow.abort((event.target as HTMLFormElement).querySelector('input')!.value);
        }}
      >
        <label><span>${texts.abortReason}</span><input type="text" maxlength="200" required /></label>
        <button type="submit" class="rs-booth-other">${texts.abort}</button>
      </form>
    </details>`;
  }

  private ready(flow: TellerFlow, tasks: Task[], exportedShare: string | null): TemplateResult {
    const { texts } = this;
    return html`${this.note(texts.ready, 'success')}
      <dl class="rs-booth-heads">
        <div><dt>${texts.file}</dt><dd translate="no"><code>${shortHash(flow.trustees)}</code></dd></div>
      </dl>
      <p class="rs-booth-hint">${tasks.length === 0 ? texts.nothingToDo : texts.readyHint}</p>
      ${tasks.map(
        (it) => html`<article class="rs-teller-task">
          <h3>${it.title}</h3>
          ${it.organization === undefined ? nothing : html`<p class="rs-teller-organization">${it.organization}</p>`}
          <button
            type="button"
            class="rs-booth-main"
            @click=${() => void (it.todo === 'DECRYPT' ? flow.decrypt(it) : this.confirm(flow, it))}
          >
            ${it.todo === 'DECRYPT' ? texts.decrypt : texts.confirm}
          </button>
        </article>`,
      )}
      ${[...flow.verified.values()]
        .filter((it) => it.accepted && it.complete)
        .map((it) => html`<p class="rs-booth-note" data-mood="success">${filled(texts.verified, it.name)} ${this.outcome(it)}</p>`)}
      ${exportedShare === null
        ? html`<details class="rs-booth-challenge">
            <summary>${texts.export}</summary>
            <p>${texts.exportHint}</p>
            ${this.passphraseForm(texts.exportNow, true, (typed) => flow.export(typed))}
          </details>`
        : this.sheet(flow, exportedShare)}`;
  }

  private outcome({ questions, result }: Report): string {
    return questions
      .map(({ answers, blank }, q) => answers.map((it, i) => `${it}: ${result?.[q]?.[blank ? i + 1 : i] ?? '–'}`).join(', '))
      .join('; ');
  }

  private async confirm(flow: TellerFlow, task: Task): Promise<void> {
    await flow.confirm(task);
    const report = flow.verified.get(task.poll);
    if (report !== undefined) {
      this.dispatchEvent(new CustomEvent('result-verified', { bubbles: true, detail: { poll: task.poll, report } }));
    }
  }

  private sheet(flow: TellerFlow, share: string): TemplateResult {
    const { texts } = this;
    return html`<section class="rs-teller-export">
      <h3>${texts.exported}</h3>
      <div class="rs-booth-tools">
        <button type="button" class="rs-booth-small" @click=${() => download('share.json', share, 'application/json')}>
          ${texts.download}
        </button>
        <button type="button" class="rs-booth-small" @click=${() => print()}>${texts.print}</button>
        <button type="button" class="rs-booth-small" @click=${() => flow.closeExport()}>${texts.close}</button>
      </div>
      <div class="rs-teller-sheet">
        <h3>${texts.sheet}</h3>
        ${flow.organization === undefined ? nothing : html`<p class="rs-teller-organization">${flow.organization}</p>`}
        <p>${new Date().toLocaleDateString(document.documentElement.lang)}</p>
        <p>${texts.sheetHint}</p>
        ${share.length > LONGEST_QR ? nothing : html`<div class="rs-booth-qr">${qrCode(share, texts.sheet)}</div>`}
        <code translate="no">${share}</code>
      </div>
    </section>`;
  }

  private importing(flow: TellerFlow): TemplateResult {
    const { texts, importFile } = this;
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      this.importTrouble = '';
      const trouble = await flow.import(importFile ?? form.querySelector('textarea')!.value, form.querySelector<HTMLInputElement>('[type=password]')!.value);
      this.importTrouble = trouble === null ? '' : this.said(trouble);
      this.importFile = trouble === null ? null : importFile;
    };
    return html`<details class="rs-booth-challenge">
      <summary>${texts.import}</summary>
      <p>${texts.importHint}</p>
      <form class="rs-teller-form" @submit=${(event: SubmitEvent) => void submit(event)}>
        ${fileChoice({
          choose: texts.importFile,
          purpose: texts.import,
          none: texts.importNone,
          accept: '.json,application/json',
          file: importFile,
          chosen: (file) => (this.importFile = file),
        })}
        <label><span>${texts.importText}</span><textarea rows="4" spellcheck="false"></textarea></label>
        <label><span>${texts.passphrase}</span><input type="password" autocomplete="off" required /></label>
        ${this.importTrouble === '' ? nothing : html`<p class="rs-teller-trouble" role="alert">${this.importTrouble}</p>`}
        <button type="submit" class="rs-booth-other">${texts.importNow}</button>
      </form>
    </details>`;
  }

  private rejected(flow: TellerFlow, task: Task, report: Report): TemplateResult {
    const { texts } = this;
    const failed = report.checks.filter((it) => it.outcome === 'FAILED');
    return html`<h2 class="rs-booth-title" tabindex="-1">${task.title}</h2>
      <p class="rs-booth-note" data-mood="danger" role="alert">${texts.rejected}</p>
      <p class="rs-booth-hint">${texts.rejectedHint}</p>
      <ul>
        ${failed.map((it) => html`<li>${texts[`reason.${it.reason}`] ?? it.reason} ${it.place ?? ''}</li>`)}
      </ul>
      <button type="button" class="rs-booth-other" @click=${() => void flow.back()}>${texts.back}</button>`;
  }
}

customElements.define('rs-teller', Teller);
