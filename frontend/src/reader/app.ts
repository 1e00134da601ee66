// The reader's screen: contents on the left, pages in the middle, notes or search on the right, and what is done with them.
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { readAddress, writeAddress, type Address } from './address';
import { choose } from './asking';
import { Drafts, isBegun, operationsOf, wouldLose, type Draft } from './drafts';
import { documents, newId, nextUnread, ReaderMarks } from './marks';
import { version } from './operations';
import { PacketTexts, searchPacket, type DocumentHits, type Hit } from './search';
import {
  COLOURS,
  SourceFault,
  type Colour,
  type Item,
  type Mark,
  type Meeting,
  type MeetingEntry,
  type Operation,
  type Outcome,
  type ReaderDocument,
  type ReaderSource,
  type ReportingWay,
} from './source';
import { language, t } from './texts';
import { openPdf, textsOf, Viewer, type Selected } from './viewer';

const POLL = 60_000;
const LOOKS_AGAIN = 10;
const READ_AFTER = 2_000;
const PLACE_AFTER = 2_000;
const AGAIN = 2_000;
const NOTICE_FOR = 6_000;
/** So long after the last letter a note that is being written is laid on this device. */
const KEPT_AFTER = 400;
/** Keys without Ctrl can be switched off (WCAG 2.1.4): who dictates would press them by speaking. */
const KEYS_OFF = 'ratssaal-reader-keys-off';

/** Of an item of the agenda, which has no versions; server side: de.ratssaal.reader.ItemNotes. */
const NO_VERSION = '0'.repeat(64);

const NARROW = '(max-width: 68.99rem)';

type Panel = 'NOTES' | 'SEARCH' | 'HELP' | null;

interface Search {
  query: string;
  done: number;
  total: number;
  found: DocumentHits[];
  unreadable: ReaderDocument[];
  abort: AbortController;
}

const icon = (name: string) => html`<svg class="rd-icon" aria-hidden="true"><use href="/assets/icons.svg#${name}"></use></svg>`;

/** How to report without this device; open while there is no network, for then it is what somebody looks for. */
function reporting({ phone, mail, office }: ReportingWay, isOpen: boolean): TemplateResult {
  const digits = phone.replace(/[^+0-9]/g, '');
  return html`<details class="rd-report" ?open=${isOpen}>
    <summary>${icon('warning')} ${t('reader.report')}</summary>
    <p>${t('reader.report.text')}</p>
    ${phone
      ? html`<p><a href="tel:${digits}">${t('reader.report.call', phone)}</a></p>
          <p><a href="sms:${digits}">${t('reader.report.sms', phone)}</a></p>`
      : nothing}
    ${mail ? html`<p><a href="mailto:${mail}">${mail}</a></p>` : nothing}
    ${phone || mail ? nothing : office.map((it) => html`<p>${it}</p>`)}
  </details>`;
}

/** Something another part of the reader shows among the tools at the top, such as taking a meeting along. */
export type Tool = (meeting: Meeting | null) => TemplateResult | typeof nothing;

export class ReaderApp {
  private readonly marks = new ReaderMarks();
  private readonly texts: PacketTexts;
  private readonly narrow = window.matchMedia(NARROW);
  private viewer!: Viewer;
  private entries: MeetingEntry[] | null = null;
  private meeting: Meeting | null = null;
  private document: ReaderDocument | null = null;
  private pdf: PDFDocumentProxy | null = null;
  private trouble: TemplateResult | null = null;
  private notice = '';
  private panel: Panel = null;
  private contents = false;
  private search: Search | null = null;
  private readonly drafts: Drafts;
  private asking = false;
  private stranger = false;
  private selected: Selected[] = [];
  private placing = false;
  private showOwn = true;
  private showGroup = true;
  private focusedMark: string | null = null;
  private opening = 0;
  private polls = 0;
  private readTimer: ReturnType<typeof setTimeout> | undefined;
  private noticeTimer: ReturnType<typeof setTimeout> | undefined;
  private placeTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly source: ReaderSource,
    private readonly tools: Tool[] = [],
    private readonly besideEntry: (entry: MeetingEntry) => TemplateResult | typeof nothing = () => nothing,
  ) {
    this.texts = new PacketTexts((it) => this.textsOf(it));
    this.drafts = new Drafts(source.drafts);
  }

  start(): void {
    this.render();
    this.viewer = new Viewer(this.root.querySelector<HTMLElement>('.rd-pages')!);
    this.viewer.addEventListener('page', () => this.turned());
    this.viewer.addEventListener('zoom', () => this.render());
    this.viewer.addEventListener('drawn', () => this.watchEnd());
    this.viewer.addEventListener('mark', (event) => this.openMark((event as CustomEvent<string>).detail));
    this.viewer.addEventListener('point', (event) => this.pointed((event as CustomEvent<Selected>).detail));
    this.marks.addEventListener('changed', () => {
      this.layMarks();
      this.render();
    });
    this.source.addEventListener('condition', () => {
      const was = this.stranger;
      this.stranger = this.source.condition.stranger ?? false;
      if (this.stranger && !was) this.fail(new SourceFault('OTHER_ACCOUNT'));
      else if (was && !this.stranger) void this.follow();
      else this.render();
    });
    this.source.addEventListener('changed', () => void this.poll());
    this.source.addEventListener('unlocked', () => {
      void this.follow();
      void this.recoverDrafts();
    });
    this.narrow.addEventListener('change', () => this.render());
    this.root.querySelector('.rd-pages')!.addEventListener('scroll', () => this.watchEnd(), { passive: true });
    document.addEventListener('selectionchange', () => this.selectionChanged());
    document.addEventListener('keydown', (event) => this.pressed(event));
    document.addEventListener('visibilitychange', () => void this.poll(true));
    window.addEventListener('hashchange', () => void this.follow());
    window.addEventListener('beforeunload', (event) => {
      if (this.wouldLose) event.preventDefault();
    });
    setInterval(() => void this.poll(), POLL);
    void this.follow();
  }

  /** Whether something would be lost with this page. */
  private get wouldLose(): boolean {
    return wouldLose(this.source.condition, this.drafts);
  }

  // ---- what is shown

  private get address(): Address {
    return readAddress(location.hash);
  }

  private async follow(): Promise<void> {
    const address = this.address;
    try {
      if (!address.meeting) {
        this.meeting = null;
        this.document = null;
        this.viewer.clear();
        this.entries = await this.source.meetings();
        this.trouble = null;
        this.render();
        return;
      }
      if (this.meeting?.id !== address.meeting) {
        const meeting = await this.source.meeting(address.meeting);
        const marks = await this.source.marks(address.meeting, null);
        this.entries = null;
        this.meeting = meeting;
        this.document = null;
        this.stopSearch();
        this.marks.take(marks);
      }
      this.trouble = null;
      const meeting = this.meeting!;
      const all = documents(meeting);
      const wanted =
        all.find((it) => it.id === address.document) ??
        (address.document ? undefined : (this.marks.lastDocument(meeting) ?? nextUnread(meeting, this.marks, null) ?? all[0]));
      if (wanted) {
        await this.open(wanted, address.document ? address.page : null);
      } else {
        this.viewer.clear();
        this.document = null;
        this.trouble = html`<p>${t(all.length ? 'reader.document.gone' : 'reader.nothing')}</p>`;
        this.render();
      }
    } catch (fault) {
      this.fail(fault);
    }
  }

  private async open(document: ReaderDocument, page: number | null): Promise<void> {
    if (this.document && version(this.document) === version(document) && this.pdf) {
      if (page) this.viewer.goTo(page);
      return;
    }
    const mine = ++this.opening;
    this.document = document;
    this.pdf = null;
    this.placing = false;
    clearTimeout(this.readTimer);
    this.viewer.clear();
    this.trouble = html`<p role="status">${t('reader.loading')}</p>`;
    this.render();
    try {
      const pdf = await this.pdfOf(document, () => mine === this.opening);
      if (!pdf || mine !== this.opening) return;
      this.pdf = pdf;
      this.trouble = null;
      this.render();
      await this.viewer.show(pdf, page ?? this.marks.page(document));
      this.layMarks();
      this.viewer.setQuery(this.search?.query ?? '');
      this.turned();
      this.watchEnd();
    } catch (fault) {
      if (mine === this.opening) this.fail(fault);
    }
  }

  /** What is being converted is asked for again until it is there. */
  private async pdfOf(document: ReaderDocument, isWanted: () => boolean): Promise<PDFDocumentProxy | null> {
    while (isWanted()) {
      try {
        return await openPdf(await this.source.document(document));
      } catch (fault) {
        if (!(fault instanceof SourceFault) || fault.kind !== 'NOT_YET') throw fault;
        this.trouble = html`<p role="status">${t('reader.converting')}</p>`;
        this.render();
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
    return null;
  }

  private fail(fault: unknown): void {
    const kind = fault instanceof SourceFault ? fault.kind : null;
    const original = this.document?.original;
    this.trouble = html`<div role="alert">
      <p>${t(`reader.fault.${kind ?? 'UNREADABLE'}`)}</p>
      ${kind === 'SIGNED_OUT'
        ? html`<p><a class="rs-button" href="/app/login" target=${this.wouldLose ? '_blank' : nothing}>${t('reader.sign-in')}</a></p>`
        : nothing}
      ${kind === 'OTHER_ACCOUNT'
        ? html`<p><button class="rs-button" @click=${() => location.reload()}>${t('reader.reload')}</button></p>`
        : nothing}
      ${(kind === 'NO_PAGES' || kind === null) && original
        ? html`<p><a class="rs-button" href=${original} download>${t('reader.original')}</a></p>`
        : nothing}
      ${kind === 'OFFLINE' || (kind === 'SIGNED_OUT' && this.wouldLose)
        ? html`<p><button class="rs-button" @click=${() => void this.follow()}>${t('reader.again')}</button></p>`
        : nothing}
    </div>`;
    this.pdf = null; // opened anew when it is looked at again
    this.viewer.clear();
    this.render();
  }

  private async textsOf(document: ReaderDocument): Promise<string[]> {
    const known = await this.source.pageTexts(document);
    if (known) return known;
    if (this.pdf && this.document && version(this.document) === version(document)) return textsOf(this.pdf);
    const pdf = await openPdf(await this.source.document(document));
    try {
      return await textsOf(pdf);
    } finally {
      void pdf.loadingTask.destroy();
    }
  }

  private go(document: ReaderDocument, page: number | null = null): void {
    const next = writeAddress({ meeting: this.meeting!.id, document: document.id, page });
    if (this.narrow.matches) this.contents = false;
    if (location.hash === next) void this.follow();
    else location.hash = next;
    this.render();
  }

  private step(by: number): void {
    const all = documents(this.meeting!);
    const at = all.findIndex((it) => it.id === this.document?.id);
    const next = all[at + by];
    if (next) this.go(next);
  }

  private toNextUnread(): void {
    const next = this.meeting && nextUnread(this.meeting, this.marks, this.document?.id ?? null);
    if (next) this.go(next, 1);
    else this.say(t('reader.all-read'), false);
  }

  /** What only confirms goes by itself; anything else stays until it was read. */
  private say(words: string, stays = true): void {
    clearTimeout(this.noticeTimer);
    this.notice = words;
    if (words && !stays) this.noticeTimer = setTimeout(() => this.say(''), NOTICE_FOR);
    this.render();
  }

  private turned(): void {
    if (this.document && this.meeting && this.pdf) {
      const page = this.viewer.page;
      history.replaceState(null, '', writeAddress({ meeting: this.meeting.id, document: this.document.id, page }));
      clearTimeout(this.placeTimer);
      const document = this.document.id;
      this.placeTimer = setTimeout(() => void this.save([{ id: newId(), act: 'PLACE', document, page }]), PLACE_AFTER);
    }
    this.render();
  }

  /** Read is what was seen to its end. */
  private watchEnd(): void {
    const document = this.document;
    clearTimeout(this.readTimer);
    if (!document || !this.pdf || this.marks.isRead(document) || !this.viewer.isAtEnd) return;
    this.readTimer = setTimeout(() => {
      if (this.document === document && this.viewer.isAtEnd) this.setRead(document, true);
    }, READ_AFTER);
  }

  private setRead(document: ReaderDocument, read: boolean): void {
    void this.save([{ id: newId(), act: 'READ', document: document.id, fingerprint: document.fingerprint, read }]);
  }

  // ---- marks

  /** @returns what came of them; null if it failed */
  private async save(operations: Operation[], meeting = this.meeting?.id): Promise<Outcome[] | null> {
    if (!meeting) return null;
    const isHere = this.meeting?.id === meeting;
    if (isHere) this.marks.did(operations);
    try {
      const outcomes = await this.source.save(meeting, operations);
      if (isHere) this.marks.settled(outcomes);
      const refused = outcomes.find((it) => it.outcome === 'REFUSED');
      if (refused) {
        this.say(refused.message ?? t('reader.not-saved'));
        await this.poll();
      }
      return outcomes;
    } catch {
      if (isHere) this.marks.settled(operations.map((it) => ({ operation: it.id, outcome: 'REFUSED', message: null })));
      this.say(t('reader.not-saved'));
      return null;
    }
  }

  /** Asks for marks; for the documents as well when these tell that there are others, and now and then. */
  private async poll(withDocuments = false): Promise<void> {
    const meeting = this.meeting;
    if (!meeting || document.visibilityState === 'hidden') return;
    try {
      const marks = await this.source.marks(meeting.id, this.marks.cursor);
      if (this.meeting?.id !== meeting.id) return;
      this.marks.take(marks);
      if (withDocuments || marks.complete || ++this.polls % LOOKS_AGAIN === 0) this.changed(await this.source.meeting(meeting.id));
    } catch (fault) {
      if (fault instanceof SourceFault && ['GONE', 'SIGNED_OUT', 'OTHER_ACCOUNT'].includes(fault.kind)) this.fail(fault);
    }
  }

  private changed(now: Meeting): void {
    if (this.meeting?.id !== now.id || this.meeting.version === now.version) return;
    this.meeting = now;
    const here = this.document;
    const same = documents(now).find((it) => it.id === here?.id);
    this.say(t(!here || (same && version(same) === version(here)) ? 'reader.changed' : 'reader.changed-here'));
  }

  private get shownMarks(): Mark[] {
    if (!this.meeting) return [];
    return [...(this.showGroup ? this.marks.group : []), ...(this.showOwn ? this.marks.own : [])];
  }

  private layMarks(): void {
    const document = this.document;
    this.viewer?.setMarks(
      document ? this.shownMarks.filter((it) => it.document === document.id && it.fingerprint === document.fingerprint) : [],
    );
  }

  private selectionChanged(): void {
    const before = this.selected.length;
    this.selected = this.pdf ? this.viewer.selected() : [];
    if (before || this.selected.length) this.render();
  }

  private highlight(colour: Colour, withNote = false): void {
    const document = this.document;
    if (!document || !this.selected.length) return;
    const operations = this.selected.map(
      (it): Operation => ({
        id: newId(),
        act: 'MARK',
        mark: newId(),
        document: document.id,
        fingerprint: document.fingerprint,
        page: it.page,
        kind: 'HIGHLIGHT',
        colour,
        places: it.places.filter((place) => place.every(Number.isFinite)).slice(0, 300),
        quote: it.quote,
      }),
    );
    void this.save(operations);
    window.getSelection()?.removeAllRanges();
    this.selected = [];
    const first = operations[0] as Operation & { act: 'MARK' };
    if (withNote) void this.write(document, { mark: first.mark, text: '', replaces: [], at: null });
    else this.say(t('reader.highlighted', t(`reader.colour.${colour}`)), false);
  }

  private beginNote(): void {
    if (this.selected.length) this.highlight('YELLOW', true);
    else if (this.pdf) {
      this.placing = true;
      if (this.narrow.matches) this.panel = null;
      this.render();
      this.focus('.rd-placing button');
    }
  }

  private pointed(point: Selected | null): void {
    if (!this.placing || !point || !this.document) return;
    this.placing = false;
    const { page, places } = point;
    void this.write(this.document, { mark: newId(), text: '', replaces: [], at: { page, places } });
  }

  /** Begins a note, unless another one is to be written to its end. */
  private async write(
    document: { id: string; title: string; fingerprint: string },
    note: Pick<Draft, 'mark' | 'text' | 'replaces' | 'at'>,
  ): Promise<void> {
    const meeting = this.meeting;
    if (!meeting || !(await this.closeDraft())) return;
    const { id, title, fingerprint } = document;
    this.drafts.begin({ ...note, before: note.text, meeting: meeting.id, document: id, title, fingerprint });
    this.showDraft();
  }

  private showDraft(): void {
    this.panel = 'NOTES';
    this.render();
    this.focus('.rd-draft textarea');
  }

  /** Asks what becomes of words that were not saved. @returns whether the note is no longer being written */
  private async closeDraft(): Promise<boolean> {
    const draft = this.drafts.current;
    if (!draft) return true;
    if (this.asking) return false;
    if (isBegun(draft)) {
      this.asking = true;
      const answer = await choose(t('reader.note.unsaved'), t('reader.note.unsaved-text', draft.title), [
        { answer: 'save', words: t('reader.save') },
        { answer: 'stay', words: t('reader.note.go-on'), look: 'secondary' },
        { answer: 'discard', words: t('reader.note.discard'), look: 'danger' },
      ]);
      this.asking = false;
      if (answer === 'save') {
        void this.saveDraft();
        return true;
      }
      if (answer !== 'discard') {
        this.showDraft();
        return false;
      }
    }
    if (this.drafts.current === draft) this.drafts.take();
    this.render();
    await this.drafts.forget(draft);
    return true;
  }

  private async saveDraft(): Promise<void> {
    const draft = this.drafts.current;
    if (!draft) return;
    const operations = operationsOf(draft, this.marks.find(draft.mark) !== undefined);
    if (draft.at && !operations.length) return;
    this.drafts.take();
    this.focusedMark = draft.mark;
    const saving = operations.length ? this.save(operations, draft.meeting) : Promise.resolve([]);
    this.render();
    this.focus(this.drafts.current ? '.rd-draft textarea' : `[data-entry="${draft.mark}"]`);
    const outcomes = await saving;
    if (outcomes?.every((it) => it.outcome !== 'REFUSED')) {
      await this.drafts.forget(draft);
      return;
    }
    this.drafts.putBack(draft);
    this.render();
    await this.drafts.keep();
  }

  /** Notes that were being written when the device was locked, or the page was left. */
  private async recoverDrafts(): Promise<void> {
    try {
      if (!(await this.drafts.recover())) return;
    } catch (fault) {
      console.warn('A note that had been begun could not be read', fault);
      this.say(t('reader.offline.damaged'));
      return;
    }
    this.say(t('reader.note.recovered'));
    this.panel = 'NOTES';
    this.render();
  }

  private wrote(draft: Draft, text: string): void {
    draft.text = text;
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => void this.drafts.keep(), KEPT_AFTER);
  }

  private openMark(id: string): void {
    if (this.placing) return;
    this.focusedMark = id;
    this.panel = 'NOTES';
    this.render();
    this.focus(`[data-entry="${id}"]`);
  }

  private focus(selector: string): void {
    requestAnimationFrame(() => this.root.querySelector<HTMLElement>(selector)?.focus());
  }

  // ---- search

  private stopSearch(): void {
    this.search?.abort.abort();
    this.search = null;
    this.viewer?.setQuery('');
  }

  private find(query: string): void {
    const meeting = this.meeting;
    this.stopSearch();
    if (!meeting || query.trim().length < 2) {
      this.render();
      return;
    }
    const search: Search = {
      query: query.trim(),
      done: 0,
      total: documents(meeting).length,
      found: [],
      unreadable: [],
      abort: new AbortController(),
    };
    this.search = search;
    this.viewer.setQuery(search.query);
    this.render();
    void searchPacket(meeting, this.texts, search.query, search.abort.signal, (done, found, unreadable) => {
      search.done = done;
      if (found) search.found.push(found);
      if (unreadable) search.unreadable.push(unreadable);
      if (this.search === search) this.render();
    });
  }

  private toHit(document: ReaderDocument, hit: Hit): void {
    if (this.narrow.matches) this.panel = null;
    this.go(document, hit.page);
  }

  // ---- keys

  private pressed(event: KeyboardEvent): void {
    const inField = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    if (event.key === 'Escape') {
      if (this.drafts.current) event.preventDefault(); // else it would close the question at once
      this.escape();
      return;
    }
    if (!this.meeting || inField || !this.keysOn || event.ctrlKey || event.metaKey || event.altKey) return;
    const act: Record<string, () => void> = {
      '/': () => this.toggle('SEARCH'),
      '?': () => this.toggle('HELP'),
      i: () => this.toggleContents(),
      m: () => this.toggle('NOTES'),
      n: () => this.beginNote(),
      h: () => this.highlight('YELLOW'),
      j: () => this.step(1),
      k: () => this.step(-1),
      u: () => this.toNextUnread(),
      '+': () => this.viewer.zoomBy(1.2),
      '-': () => this.viewer.zoomBy(1 / 1.2),
      '0': () => this.viewer.fitWidth(),
      ArrowRight: () => this.viewer.goTo(this.viewer.page + 1),
      ArrowLeft: () => this.viewer.goTo(this.viewer.page - 1),
    };
    const does = act[event.key];
    if (does && !(event.key.startsWith('Arrow') && this.viewer.isWider)) {
      event.preventDefault();
      does();
    }
  }

  private get keysOn(): boolean {
    return localStorage.getItem(KEYS_OFF) === null;
  }

  private escape(): void {
    if (this.placing) this.placing = false;
    else if (this.drafts.current && this.panel === 'NOTES') void this.closeDraft();
    else if (this.panel) {
      const was = this.panel;
      this.panel = null;
      this.focus(`[data-panel="${was}"]`);
    } else if (this.contents && this.narrow.matches) {
      this.contents = false;
      this.focus('[aria-controls="rd-contents"]');
    }
    this.render();
  }

  private toggle(panel: Exclude<Panel, null>): void {
    this.panel = this.panel === panel ? null : panel;
    if (this.narrow.matches) this.contents = false;
    this.render();
    this.focus(this.panel === 'SEARCH' ? '#rd-query' : this.panel ? '.rd-panel h2' : `[data-panel="${panel}"]`);
  }

  private toggleContents(): void {
    this.contents = !this.contents;
    if (this.narrow.matches && this.contents) this.panel = null;
    this.render();
    if (this.narrow.matches && this.contents) this.focus('.rd-contents a, .rd-contents button');
  }

  // ---- templates

  private render(): void {
    const narrow = this.narrow.matches;
    const contentsShown = narrow ? this.contents : !this.contents;
    const over = narrow && (contentsShown || this.panel !== null);
    this.root.classList.toggle('rd-with-contents', contentsShown && !!this.meeting);
    this.root.classList.toggle('rd-with-panel', this.panel !== null);
    document.title = [this.document?.title, this.meeting?.title, 'Ratssaal'].filter(Boolean).join(' · ');
    render(
      html`
        ${this.top(contentsShown)}
        <nav id="rd-contents" class="rd-contents" aria-label=${t('reader.contents')} ?hidden=${!contentsShown || !this.meeting}>
          ${this.meeting ? this.contentsOf(this.meeting) : nothing}
        </nav>
        <main class="rd-main" ?inert=${over}>
          <div class="rd-pages" tabindex="0" role="group" aria-label=${t('reader.pages')} ?hidden=${this.trouble !== null || this.entries !== null}></div>
          ${this.trouble ? html`<div class="rd-trouble">${this.trouble}</div>` : nothing}
          ${this.entries && !this.trouble ? this.choice(this.entries) : nothing}
          ${this.selectionBar()} ${this.placingBar()}
        </main>
        <aside class="rd-panel" aria-label=${t(`reader.panel.${this.panel ?? 'NOTES'}`)} ?hidden=${this.panel === null}>
          ${this.panel === 'NOTES' ? this.notes() : this.panel === 'SEARCH' ? this.searching() : this.panel === 'HELP' ? this.help() : nothing}
        </aside>
        ${over ? html`<div class="rd-behind" @click=${() => this.escape()}></div>` : nothing}
        ${this.bottom()}
        <div class="rd-notice" role="status">
          ${this.notice
            ? html`<span>${this.notice}</span>
                <button class="rd-tool" aria-label=${t('reader.close')} @click=${() => this.say('')}>${icon('close')}</button>`
            : nothing}
        </div>
      `,
      this.root,
    );
  }

  private top(contentsShown: boolean): TemplateResult {
    const item = this.itemOf(this.document);
    const tool = (panel: Exclude<Panel, null>, name: string, sign: string) => html`<button
      class="rd-tool"
      data-panel=${panel}
      aria-label=${name}
      title=${name}
      aria-expanded=${this.panel === panel}
      @click=${() => this.toggle(panel)}
    >
      ${icon(sign)}
    </button>`;
    return html`<header class="rd-top">
      ${this.meeting
        ? html`<button
            class="rd-tool"
            aria-label=${t('reader.contents')}
            title=${t('reader.contents')}
            aria-controls="rd-contents"
            aria-expanded=${contentsShown}
            @click=${() => this.toggleContents()}
          >
            ${icon('menu')}
          </button>`
        : nothing}
      <div class="rd-title">
        <h1>${this.document?.title ?? this.meeting?.title ?? t('reader.title')}</h1>
        <p>
          ${item ? html`<span>${item.number} ${item.title}</span>` : nothing}
        </p>
      </div>
      ${this.tools.map((it) => it(this.meeting))}
      ${this.meeting
        ? html`${tool('SEARCH', t('reader.search'), 'search')}
          ${tool('NOTES', t('reader.panel.NOTES'), 'edit')} ${tool('HELP', t('reader.panel.HELP'), 'help')}`
        : nothing}
    </header>`;
  }

  private itemOf(document: ReaderDocument | null): Item | undefined {
    return this.meeting?.items.find((it) => it.documents.some((other) => other.id === document?.id));
  }

  private choice(entries: MeetingEntry[]): TemplateResult {
    return html`<div class="rd-choice">
      <h2>${t('reader.choose')}</h2>
      ${entries.length
        ? html`<ul>
            ${entries.map(
              (it) => html`<li>
                <a href=${writeAddress({ meeting: it.id, document: null, page: null })}>
                  <strong>${it.title}</strong><span>${it.organization}</span><span>${this.moment(it.start, it.zone)}</span>
                </a>
                ${this.besideEntry(it)}
              </li>`,
            )}
          </ul>`
        : html`<p>${t('reader.choose.none')}</p>`}
      <p><a href="/app/meetings">${t('reader.all-meetings')}</a></p>
    </div>`;
  }

  private moment(at: string, timeZone: string): string {
    return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));
  }

  private contentsOf(meeting: Meeting): TemplateResult {
    const all = documents(meeting);
    const unread = all.filter((it) => !this.marks.isRead(it)).length;
    return html`
      <div class="rd-contents-head">
        <a href="/app/meetings/${meeting.id}">${icon('back')} ${t('reader.to-meeting')}</a>
        <p class="rd-meeting"><strong>${meeting.title}</strong> <span>${this.moment(meeting.start, meeting.zone)}</span></p>
        <p class="rd-count">${t('reader.unread-of', unread, all.length)}</p>
        <a class="rd-other" href="#">${t('reader.other-meeting')}</a>
        ${meeting.report ? reporting(meeting.report, !this.source.condition.online) : nothing}
      </div>
      <ol class="rd-items">
        ${meeting.items.map(
          (item) => html`<li class="rd-item" data-depth=${Math.min(item.depth, 3)}>
            <h2>
              <span class="rd-number">${item.number}</span> ${item.title}
              ${item.nonPublic ? html`<span class="rd-badge">${icon('lock')} ${t('reader.non-public')}</span>` : nothing}
            </h2>
            ${item.documents.length
              ? html`<ul>
                  ${item.documents.map((it) => this.entry(meeting, it))}
                </ul>`
              : nothing}
          </li>`,
        )}
      </ol>
    `;
  }

  private entry(meeting: Meeting, document: ReaderDocument): TemplateResult {
    const read = this.marks.isRead(document);
    const own = this.marks.own.filter((it) => it.document === document.id).length;
    return html`<li class="rd-line">
      <a
        class="rd-document ${read ? '' : 'rd-unread'}"
        href=${writeAddress({ meeting: meeting.id, document: document.id, page: null })}
        aria-current=${document.id === this.document?.id ? 'page' : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.go(document);
        }}
      >
        ${icon(document.kind === 'PAPER' ? 'paper' : 'attachment')}
        <span class="rd-document-title">${document.title}</span>
        <span class="rd-document-facts">
          ${read ? nothing : html`<span class="rd-new">${t('reader.unread')}</span>`}
          ${document.pages ? html`<span>${t('reader.page-count', document.pages)}</span>` : nothing}
          ${document.nonPublic ? html`<span>${icon('lock')} ${t('reader.non-public')}</span>` : nothing}
          ${own ? html`<span>${t('reader.mark-count', own)}</span>` : nothing}
        </span>
      </a>
      <button
        class="rd-tool"
        aria-pressed=${read}
        aria-label=${t('reader.is-read-named', document.title)}
        title=${t('reader.is-read')}
        @click=${() => this.setRead(document, !read)}
      >
        ${icon('check')}
      </button>
    </li>`;
  }

  private bottom(): TemplateResult | typeof nothing {
    const document = this.document;
    if (!this.meeting || !document) return nothing;
    const all = documents(this.meeting);
    const at = all.findIndex((it) => it.id === document.id);
    const tool = (name: string, sign: string, does: () => void, off = false) => html`<button
      class="rd-tool"
      aria-label=${name}
      title=${name}
      ?disabled=${off}
      @click=${does}
    >
      ${icon(sign)}
    </button>`;
    const read = this.marks.isRead(document);
    return html`<footer class="rd-bottom">
      ${tool(t('reader.previous'), 'chevron-left', () => this.step(-1), at <= 0)}
      <label class="rd-page-number">
        <span class="rd-only-wide">${t('reader.page')}</span>
        <input
          inputmode="numeric"
          autocomplete="off"
          aria-label=${t('reader.page-number')}
          .value=${String(this.viewer?.page ?? 1)}
          ?disabled=${!this.pdf}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          @change=${(event: Event) => this.toPage(event.target as HTMLInputElement)}
        />
        <span>/ ${this.viewer?.pageCount || '–'}</span>
      </label>
      ${tool(t('reader.smaller'), 'abstain', () => this.viewer.zoomBy(1 / 1.2), !this.pdf)}
      <span class="rd-zoom rd-only-wide">${Math.round((this.viewer?.zoomed ?? 1) * 100)} %</span>
      ${tool(t('reader.larger'), 'add', () => this.viewer.zoomBy(1.2), !this.pdf)}
      ${tool(t('reader.fit'), 'width', () => this.viewer.fitWidth(), !this.pdf)}
      ${tool(t('reader.next'), 'chevron-right', () => this.step(1), at >= all.length - 1)}
      <button class="rd-tool rd-worded" aria-label=${t('reader.next-unread')} title=${t('reader.next-unread')} @click=${() => this.toNextUnread()}>
        ${icon('bell')}<span class="rd-only-widest">${t('reader.next-unread')}</span>
      </button>
      <button class="rd-tool rd-worded rd-only-wide" aria-pressed=${read} @click=${() => this.setRead(document, !read)}>
        ${icon('check')}<span>${t('reader.is-read')}</span>
      </button>
    </footer>`;
  }

  private toPage(input: HTMLInputElement): void {
    const number = Number(input.value);
    if (Number.isInteger(number) && number >= 1 && number <= this.viewer.pageCount) this.viewer.goTo(number);
    else input.value = String(this.viewer.page);
  }

  private selectionBar(): TemplateResult | typeof nothing {
    if (!this.selected.length || this.placing) return nothing;
    return html`<div
      class="rd-floating"
      role="toolbar"
      aria-label=${t('reader.mark')}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${COLOURS.map(
        (it) => html`<button class="rd-tool rd-colour" aria-label=${t('reader.highlight', t(`reader.colour.${it}`))} title=${t(`reader.colour.${it}`)} @click=${() => this.highlight(it)}>
          <span class="rd-swatch rd-${it.toLowerCase()}" aria-hidden="true">Aa</span>
        </button>`,
      )}
      <button class="rd-tool rd-worded" @click=${() => this.highlight('YELLOW', true)}>${icon('edit')}<span>${t('reader.note')}</span></button>
    </div>`;
  }

  private placingBar(): TemplateResult | typeof nothing {
    if (!this.placing) return nothing;
    return html`<div class="rd-floating rd-placing" role="group" aria-label=${t('reader.note.place')}>
      <span>${t('reader.note.place')}</span>
      <button class="rd-tool rd-worded" @click=${() => this.pointed(this.viewer.pointInSight())}>${t('reader.note.here')}</button>
      <button class="rd-tool rd-worded" @click=${() => this.escape()}>${t('reader.cancel')}</button>
    </div>`;
  }

  private panelHead(title: string): TemplateResult {
    return html`<div class="rd-panel-head">
      <h2 tabindex="-1">${title}</h2>
      <button class="rd-tool" aria-label=${t('reader.close')} @click=${() => this.escape()}>${icon('close')}</button>
    </div>`;
  }

  private notes(): TemplateResult {
    const meeting = this.meeting;
    const marks = this.shownMarks;
    const draft = this.drafts.current;
    const known = meeting ? documents(meeting) : [];
    const isOnItem = (mark: Mark) => !!meeting?.items.some((it) => it.id === mark.document);
    const gone = marks.filter((mark) => !isOnItem(mark) && !known.some((it) => it.id === mark.document));
    const filter = (on: boolean, label: string, set: (on: boolean) => void) => html`<label class="rd-check">
      <input
        type="checkbox"
        .checked=${on}
        @change=${(event: Event) => {
          set((event.target as HTMLInputElement).checked);
          this.layMarks();
          this.render();
        }}
      />
      ${label}
    </label>`;
    return html`
      ${this.panelHead(t('reader.panel.NOTES'))}
      <div class="rd-filters">
        ${filter(this.showOwn, t('reader.mine'), (on) => (this.showOwn = on))}
        ${this.marks.groupName ? filter(this.showGroup, t('reader.group', this.marks.groupName), (on) => (this.showGroup = on)) : nothing}
      </div>
      <button class="rd-tool rd-worded rd-new-note" ?disabled=${!this.pdf} @click=${() => this.beginNote()}>${icon('add')}<span>${t('reader.note.new')}</span></button>
      ${draft && (draft.at || !marks.some((it) => it.mine && it.id === draft.mark))
        ? html`<div class="rd-entry">${this.editor(draft)}</div>`
        : nothing}
      ${marks.length || draft ? nothing : html`<p class="rd-hint">${t('reader.notes.none')}</p>`}
      ${meeting?.items.map((item) => this.notesOn(item, marks))}
      ${meeting?.items.map((item) =>
        item.documents.map((document) => this.marksOf(`${item.number} · ${document.title}`, marks.filter((it) => it.document === document.id), document)),
      )}
      ${this.marksOf(t('reader.notes.gone'), gone, null)}
    `;
  }

  /** Notes on the item itself, as they are written in the meeting too. */
  private notesOn(item: Item, marks: Mark[]): TemplateResult {
    const title = `${item.number} ${item.title}`;
    const own = marks.filter((it) => it.document === item.id);
    return own.length
      ? html`${this.marksOf(title, own, null)}`
      : html`<button class="rd-act rd-item-note" @click=${() => void this.noteOn(item, title)}>${icon('add')} ${t('reader.note.to-item', title)}</button>`;
  }

  private noteOn(item: Item, title: string): Promise<void> {
    return this.write({ id: item.id, title, fingerprint: NO_VERSION }, { mark: newId(), text: '', replaces: [], at: { page: 1, places: [[0, 0, 0, 0]] } });
  }

  private marksOf(title: string, marks: Mark[], document: ReaderDocument | null): TemplateResult | typeof nothing {
    if (!marks.length) return nothing;
    const sorted = [...marks].sort((a, b) => a.page - b.page || b.places[0][3] - a.places[0][3]);
    return html`<section class="rd-group">
      <h3>${title}</h3>
      <ul>
        ${sorted.map((it) => this.markEntry(it, document))}
      </ul>
    </section>`;
  }

  private markEntry(mark: Mark, document: ReaderDocument | null): TemplateResult {
    const isOld = !!document && mark.fingerprint !== document.fingerprint;
    const where = html`<span class="rd-where">
      ${mark.colour ? html`<span class="rd-swatch rd-${mark.colour.toLowerCase()}" aria-hidden="true">Aa</span> ${t(`reader.colour.${mark.colour}`)} · ` : nothing}
      ${mark.fingerprint === NO_VERSION ? t('reader.note.on-item') : t('reader.on-page', mark.page)}${mark.mine ? nothing : html` · <strong>${mark.author}</strong>`}${isOld ? html` · ${t('reader.older-version')}` : nothing}
    </span>`;
    const draft = this.drafts.current;
    const editing = draft !== null && mark.mine && draft.mark === mark.id && !draft.at;
    return html`<li class="rd-entry ${this.focusedMark === mark.id ? 'rd-focused' : ''}" data-entry=${mark.id} tabindex="-1">
      ${document
        ? html`<button
            class="rd-jump"
            @click=${() => {
              this.focusedMark = mark.id;
              if (this.narrow.matches) this.panel = null;
              this.go(document, mark.page);
            }}
          >
            ${where} ${mark.quote ? html`<q>${mark.quote}</q>` : nothing}
          </button>`
        : where}
      ${mark.texts.length > 1 ? html`<p class="rd-hint">${t('reader.note.both')}</p>` : nothing}
      ${editing ? nothing : mark.texts.map((it) => html`<p class="rd-text">${it.text}</p>`)}
      ${editing ? this.editor(draft) : mark.mine ? this.acts(mark, document) : nothing}
    </li>`;
  }

  private acts(mark: Mark, document: ReaderDocument | null): TemplateResult {
    const words = mark.texts.map((it) => it.id);
    return html`<div class="rd-acts">
      <button
        class="rd-act"
        @click=${() =>
          void this.write(
            { id: mark.document, title: document?.title ?? t('reader.note'), fingerprint: mark.fingerprint },
            { mark: mark.id, text: mark.texts.map((it) => it.text).join('\n\n'), replaces: words, at: null },
          )}
      >
        ${icon('edit')} ${t(mark.texts.length > 1 ? 'reader.note.merge' : mark.texts.length ? 'reader.note.change' : 'reader.note.add')}
      </button>
      <button class="rd-act" @click=${() => void this.save([{ id: newId(), act: 'DELETE', mark: mark.id, replaces: words }])}>
        ${icon('delete')} ${t('reader.delete')}
      </button>
      ${mark.colour
        ? html`<label class="rd-check">
            <span class="rd-hidden">${t('reader.colour')}</span>
            <select
              @change=${(event: Event) =>
                void this.save([{ id: newId(), act: 'COLOUR', mark: mark.id, colour: (event.target as HTMLSelectElement).value as Colour }])}
            >
              ${COLOURS.map((it) => html`<option value=${it} ?selected=${it === mark.colour}>${t(`reader.colour.${it}`)}</option>`)}
            </select>
          </label>`
        : nothing}
      ${this.marks.groupName && mark.fingerprint !== NO_VERSION
        ? html`<label class="rd-check">
            <input
              type="checkbox"
              .checked=${mark.shared}
              @change=${(event: Event) =>
                void this.save([
                  { id: newId(), act: 'SHARE', mark: mark.id, shared: (event.target as HTMLInputElement).checked, seen: mark.version },
                ])}
            />
            ${t('reader.share', this.marks.groupName)}
          </label>`
        : nothing}
    </div>`;
  }

  private editor(draft: Draft): TemplateResult {
    return html`${draft.document === this.document?.id ? nothing : html`<p class="rd-hint">${draft.title}</p>`}<form
      class="rd-draft"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.saveDraft();
      }}
    >
      <label>
        <span>${draft.fingerprint === NO_VERSION ? t('reader.note.on-item') : draft.at ? t('reader.note.on-page', draft.at.page) : t('reader.note')}</span>
        <textarea
          rows="4"
          maxlength="10000"
          .value=${live(draft.text)}
          @input=${(event: Event) => this.wrote(draft, (event.target as HTMLTextAreaElement).value)}
          @change=${() => void this.drafts.keep()}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.saveDraft();
          }}
        ></textarea>
      </label>
      <div class="rd-acts">
        <button class="rs-button" type="submit">${t('reader.save')}</button>
        <button class="rd-act" type="button" @click=${() => void this.closeDraft()}>${t('reader.cancel')}</button>
      </div>
    </form>`;
  }

  private searching(): TemplateResult {
    const search = this.search;
    const count = search?.found.reduce((sum, it) => sum + it.count, 0) ?? 0;
    let item: Item | null = null;
    return html`
      ${this.panelHead(t('reader.panel.SEARCH'))}
      <form
        class="rd-search"
        role="search"
        @submit=${(event: Event) => {
          event.preventDefault();
          this.find((event.target as HTMLFormElement).querySelector('input')!.value);
        }}
      >
        <label for="rd-query">${t('reader.search.all')}</label>
        <div>
          <input id="rd-query" type="search" autocomplete="off" .value=${search?.query ?? ''} />
          <button class="rs-button" type="submit">${t('reader.search.go')}</button>
        </div>
      </form>
      <p class="rd-hint" role="status">
        ${search ? (search.done < search.total ? t('reader.search.running', search.done, search.total) : t('reader.search.found', count, search.found.length)) : nothing}
      </p>
      ${search?.unreadable.map((it) => html`<p class="rd-hint">${t('reader.search.unreadable', it.title)}</p>`)}
      ${search?.found.map((found) => {
        const isNew = found.item !== item;
        item = found.item;
        return html`<section class="rd-group">
          ${isNew ? html`<h3>${found.item.number} ${found.item.title}</h3>` : nothing}
          <h4>${found.document.title} <span>${t('reader.search.count', found.count)}</span></h4>
          <ul>
            ${found.hits.map(
              (hit) => html`<li>
                <button class="rd-jump" @click=${() => this.toHit(found.document, hit)}>
                  <span class="rd-where">${t('reader.on-page', hit.page)}</span>
                  <span>${hit.before}<mark>${hit.match}</mark>${hit.after}</span>
                </button>
              </li>`,
            )}
          </ul>
        </section>`;
      })}
    `;
  }

  private help(): TemplateResult {
    const keys: [string, string][] = [
      ['← →', t('reader.key.pages')],
      ['j k', t('reader.key.documents')],
      ['u', t('reader.next-unread')],
      ['i', t('reader.contents')],
      ['/', t('reader.search')],
      ['m', t('reader.panel.NOTES')],
      ['h', t('reader.key.highlight')],
      ['n', t('reader.note.new')],
      ['+ − 0', t('reader.key.zoom')],
      ['Esc', t('reader.close')],
      ['?', t('reader.panel.HELP')],
    ];
    return html`
      ${this.panelHead(t('reader.panel.HELP'))}
      <p>${t('reader.help.mark')}</p>
      <p>${t('reader.help.private')}</p>
      <h3>${t('reader.help.keys')}</h3>
      <label class="rd-check">
        <input
          type="checkbox"
          .checked=${this.keysOn}
          @change=${(event: Event) => {
            if ((event.target as HTMLInputElement).checked) localStorage.removeItem(KEYS_OFF);
            else localStorage.setItem(KEYS_OFF, '1');
          }}
        />
        ${t('reader.help.keys-on')}
      </label>
      <dl class="rd-keys">${keys.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
    `;
  }
}
