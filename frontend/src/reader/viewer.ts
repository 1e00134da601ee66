// Shows a PDF: pages below each other, of which only those near the window are drawn; with the text over them, so that it
// can be selected and read aloud.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from 'pdfjs-dist';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import { clean } from './drafts';
import { find, fold } from './folding';
import { addEnd, steadySelection } from './selection';
import type { DocumentData, Mark, Rectangle } from './source';
import { t } from './texts';

const ASSETS = '/assets/reader/';
const GAP = 12;
const DRAWN_AROUND = 2;
const KEPT_AROUND = 5;
const MOST_PIXELS = 16_000_000;
const TEXT_ENDS = 0.85;
const SMALLEST = 0.25;
const LARGEST = 5;

// below /read: else the service worker would not be asked for it, and without network pages would be drawn without it
pdfjs.GlobalWorkerOptions.workerSrc = '/read/pdf.worker.js';

export async function openPdf(data: DocumentData): Promise<PDFDocumentProxy> {
  return pdfjs.getDocument({
    ...('url' in data ? { url: data.url } : { data: data.bytes }),
    cMapUrl: `${ASSETS}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    wasmUrl: `${ASSETS}wasm/`,
    useWasm: false, // the content security policy permits none; pdf.js has JavaScript for it
    enableXfa: false,
    rangeChunkSize: 1 << 18,
    disableAutoFetch: true, // pages that nobody looks at are not fetched
    disableStream: true,
    stopAtErrors: false,
  }).promise;
}

/** What the page says, without what is not its own: a reader's name across it is marked as an artifact. */
export async function pageContent(page: PDFPageProxy): Promise<TextContent> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const depth: boolean[] = [];
  const items = content.items.filter((it) => {
    if (!('type' in it)) return !depth.includes(true);
    if (it.type.startsWith('begin')) depth.push('tag' in it && it.tag === 'Artifact');
    else if (it.type === 'endMarkedContent') depth.pop();
    return false;
  });
  return { ...content, items };
}

export function textOf(content: TextContent): string {
  return (content.items as TextItem[]).map((it) => it.str + (it.hasEOL ? '\n' : '')).join('');
}

export async function textsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    texts.push(textOf(await pageContent(page)));
  }
  return texts;
}

/** What somebody selected on one page. */
export interface Selected {
  page: number;
  places: Rectangle[];
  quote: string;
}

interface Shown {
  number: number;
  element: HTMLElement;
  width: number;
  height: number;
  state: 'EMPTY' | 'DRAWING' | 'DRAWN';
  drawing: number;
  page: PDFPageProxy | null;
  viewport: PageViewport | null;
  text: pdfjs.TextLayer | null;
  strings: TextItem[];
  cancel: (() => void) | null;
}

export class Viewer extends EventTarget {
  private pdf: PDFDocumentProxy | null = null;
  private pages: Shown[] = [];
  private scale = 1;
  private fit: 'WIDTH' | number = 'WIDTH';
  private current = 1;
  private query = '';
  private marks: Mark[] = [];
  private queued = false;
  private generation = 0;
  private readonly resized: ResizeObserver;

  constructor(private readonly box: HTMLElement) {
    super();
    box.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.resized = new ResizeObserver(() => this.refit());
    this.resized.observe(box);
    this.pinch();
    steadySelection(box);
    box.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey) {
          event.preventDefault();
          this.zoom(this.scale * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
        }
      },
      { passive: false },
    );
    box.addEventListener('click', (event) => this.clicked(event));
  }

  get pageCount(): number {
    return this.pages.length;
  }

  get page(): number {
    return this.current;
  }

  /** Shows a document from a page on. */
  async show(pdf: PDFDocumentProxy, page: number): Promise<void> {
    this.clear();
    const mine = this.generation;
    const first = await pdf.getPage(1);
    if (mine !== this.generation) return;
    const { width, height } = first.getViewport({ scale: 1 });
    this.pdf = pdf;
    this.pages = Array.from({ length: pdf.numPages }, (_, at) => {
      const element = document.createElement('section');
      element.className = 'rd-page';
      element.dataset.page = String(at + 1);
      element.setAttribute('aria-label', t('reader.page-of', at + 1, pdf.numPages));
      return {
        number: at + 1, element, width, height, state: 'EMPTY', drawing: 0, page: null, viewport: null, text: null, strings: [], cancel: null,
      };
    });
    this.scale = this.fitted();
    this.pages.forEach((it) => this.measure(it));
    this.box.replaceChildren(...this.pages.map((it) => it.element));
    this.goTo(Math.min(page, pdf.numPages));
    this.scrolled();
  }

  clear(): void {
    this.generation++;
    this.pages.forEach((it) => this.empty(it));
    this.pages = [];
    this.box.replaceChildren();
    void this.pdf?.loadingTask.destroy();
    this.pdf = null;
    this.current = 1;
  }

  goTo(number: number): void {
    const page = this.pages[number - 1];
    if (!page) return;
    this.box.scrollTop = page.element.offsetTop - GAP;
    this.setCurrent(number);
    this.drawSoon();
  }

  // ---- sizes

  private fitted(): number {
    if (this.fit !== 'WIDTH') return this.fit;
    const widest = this.pages.reduce((most, it) => Math.max(most, it.width), 1);
    return Math.min(LARGEST, Math.max(SMALLEST, (this.box.clientWidth - 2 * GAP) / widest));
  }

  /** Whether pages are wider than the window, so that arrows to the side scroll. */
  get isWider(): boolean {
    return this.box.scrollWidth > this.box.clientWidth + 1;
  }

  get zoomed(): number {
    return this.scale;
  }

  fitWidth(): void {
    this.fit = 'WIDTH';
    this.setScale(this.fitted());
  }

  zoomBy(factor: number): void {
    this.zoom(this.scale * factor);
  }

  private zoom(scale: number, x?: number, y?: number): void {
    this.fit = Math.min(LARGEST, Math.max(SMALLEST, scale));
    this.setScale(this.fit, x, y);
  }

  private refit(): void {
    if (this.fit === 'WIDTH' && this.pages.length) this.setScale(this.fitted());
    else this.drawSoon();
  }

  /** What is in the middle of the window, or below the fingers, stays there. */
  private setScale(scale: number, x?: number, y?: number): void {
    if (Math.abs(scale - this.scale) < 0.001) return;
    const box = this.box.getBoundingClientRect();
    const inX = (x ?? box.left + box.width / 2) - box.left;
    const inY = (y ?? box.top + (y === undefined ? 0 : box.height / 2)) - box.top;
    const factor = scale / this.scale;
    const anchor = this.pages[this.current - 1];
    const within = (this.box.scrollTop + inY - anchor.element.offsetTop) * factor;
    const left = (this.box.scrollLeft + inX) * factor - inX;
    this.scale = scale;
    this.pages.forEach((it) => {
      this.measure(it);
      if (it.state !== 'EMPTY') this.stale(it);
    });
    this.box.scrollTop = anchor.element.offsetTop + within - inY;
    this.box.scrollLeft = left;
    this.drawSoon();
    this.dispatchEvent(new Event('zoom'));
  }

  private measure(page: Shown): void {
    page.element.style.width = `${Math.floor(page.width * this.scale)}px`;
    page.element.style.height = `${Math.floor(page.height * this.scale)}px`;
    page.element.style.setProperty('--total-scale-factor', String(this.scale));
    page.element.style.setProperty('--scale-round-x', '1px');
    page.element.style.setProperty('--scale-round-y', '1px');
  }

  /** Two fingers; the page follows them as a picture and is drawn anew when they leave. */
  private pinch(): void {
    const fingers = new Map<number, PointerEvent>();
    let begun = 0;
    let factor = 1;
    let middle = { x: 0, y: 0 };
    const span = () => {
      const [a, b] = [...fingers.values()];
      middle = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
      return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    };
    this.box.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'touch') return;
      fingers.set(event.pointerId, event);
      if (fingers.size === 2) {
        begun = span();
        factor = 1;
      }
    });
    this.box.addEventListener('pointermove', (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event);
      if (fingers.size === 2 && begun) {
        factor = Math.min(LARGEST / this.scale, Math.max(SMALLEST / this.scale, span() / begun));
        const near = this.pages[this.current - 1]?.element;
        if (near) {
          const at = near.getBoundingClientRect();
          near.style.transformOrigin = `${(middle.x - at.left) / (at.width / near.offsetWidth)}px ${(middle.y - at.top) / (at.height / near.offsetHeight)}px`;
          near.style.transform = `scale(${factor})`;
        }
      }
    });
    const end = (event: PointerEvent) => {
      if (!fingers.delete(event.pointerId) || !begun || fingers.size !== 1) return;
      begun = 0;
      this.pages.forEach((it) => it.element.style.removeProperty('transform'));
      this.zoom(this.scale * factor, middle.x, middle.y);
    };
    this.box.addEventListener('pointerup', end);
    this.box.addEventListener('pointercancel', end);
    this.box.addEventListener(
      'touchmove',
      (event) => {
        if (event.touches.length > 1) event.preventDefault(); // not the browser's own zoom as well
      },
      { passive: false },
    );
  }

  // ---- drawing

  private scrolled(): void {
    if (!this.pages.length) return;
    const line = this.box.scrollTop + this.box.clientHeight / 3;
    let low = 0;
    let high = this.pages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pages[middle].element.offsetTop <= line) low = middle;
      else high = middle - 1;
    }
    const atEnd = this.box.scrollTop + this.box.clientHeight >= this.box.scrollHeight - 2;
    this.setCurrent(atEnd && this.box.scrollTop > 0 ? this.pages.length : low + 1);
    this.drawSoon();
  }

  private setCurrent(number: number): void {
    if (number !== this.current) {
      this.current = number;
      this.dispatchEvent(new Event('page'));
    }
  }

  /** Whether the end of the last page is in sight; what stands below the text counts little. */
  get isAtEnd(): boolean {
    const last = this.pages.at(-1)?.element;
    return !!last && last.offsetTop + last.offsetHeight * TEXT_ENDS <= this.box.scrollTop + this.box.clientHeight;
  }

  private drawSoon(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => {
      this.queued = false;
      this.drawNear();
    });
  }

  private drawNear(): void {
    if (!this.pages.length) return;
    const top = this.box.scrollTop;
    const bottom = top + this.box.clientHeight;
    const inSight = this.pages.filter((it) => it.element.offsetTop < bottom && it.element.offsetTop + it.element.offsetHeight > top);
    const first = (inSight[0] ?? this.pages[this.current - 1]).number;
    const last = (inSight.at(-1) ?? this.pages[this.current - 1]).number;
    for (const page of this.pages) {
      if (page.number < first - KEPT_AROUND || page.number > last + KEPT_AROUND) {
        if (page.state !== 'EMPTY') this.empty(page);
      }
    }
    const near = this.pages.slice(Math.max(0, first - 1 - DRAWN_AROUND), last + DRAWN_AROUND);
    near.sort((a, b) => distance(a.number, first, last) - distance(b.number, first, last));
    for (const page of near) {
      if (page.state === 'EMPTY' || page.drawing === -1) {
        void this.draw(page, this.generation);
        if (distance(page.number, first, last) === 0) continue;
        break; // the next one when this is done
      }
    }
  }

  private empty(page: Shown): void {
    page.cancel?.();
    page.text?.cancel();
    page.state = 'EMPTY';
    page.drawing++;
    page.text = null;
    page.strings = [];
    page.viewport = null;
    page.element.replaceChildren();
    page.page?.cleanup();
    page.page = null;
  }

  /** It stays as it is, a little blurred, until it is drawn anew. */
  private stale(page: Shown): void {
    page.cancel?.();
    page.cancel = null;
    page.drawing = -1;
  }

  private async draw(page: Shown, generation: number): Promise<void> {
    const pdf = this.pdf;
    if (!pdf) return;
    const drawing = (page.drawing = Math.max(page.drawing, 0) + 1);
    const still = () => generation === this.generation && drawing === page.drawing;
    page.state = 'DRAWING';
    try {
      const source = (page.page ??= await pdf.getPage(page.number));
      if (!still()) return;
      const plain = source.getViewport({ scale: 1 });
      if (plain.width !== page.width || plain.height !== page.height) this.resize(page, plain.width, plain.height);
      const viewport = source.getViewport({ scale: this.scale });
      const density = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width * density);
      canvas.height = Math.floor(viewport.height * density);
      canvas.setAttribute('aria-hidden', 'true');
      const task = source.render({
        canvas, viewport, transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
      });
      page.cancel = () => task.cancel();
      await task.promise;
      page.cancel = null;
      if (!still()) return;
      const content = await pageContent(source);
      if (!still()) return;
      const layer = document.createElement('div');
      layer.className = 'textLayer';
      layer.tabIndex = -1;
      const text = new pdfjs.TextLayer({ textContentSource: content, container: layer, viewport });
      await text.render();
      addEnd(layer);
      if (!still()) return;
      page.text = text;
      page.strings = content.items as TextItem[];
      page.viewport = viewport;
      const hits = document.createElement('div');
      hits.className = 'rd-hits';
      const marks = document.createElement('div');
      marks.className = 'rd-marks';
      page.element.replaceChildren(canvas, marks, hits, layer);
      page.state = 'DRAWN';
      this.showMarks(page);
      this.showHits(page);
      this.dispatchEvent(new CustomEvent('drawn', { detail: page.number }));
    } catch (fault) {
      if ((fault as Error).name !== 'RenderingCancelledException' && still()) {
        page.element.textContent = t('reader.page-fault', page.number);
        page.state = 'DRAWN';
      }
    } finally {
      this.drawSoon();
    }
  }

  private resize(page: Shown, width: number, height: number): void {
    const above = page.element.offsetTop < this.box.scrollTop;
    const before = page.element.offsetHeight;
    page.width = width;
    page.height = height;
    this.measure(page);
    if (above) this.box.scrollTop += page.element.offsetHeight - before;
  }

  // ---- marks

  setMarks(marks: Mark[]): void {
    this.marks = marks;
    this.pages.filter((it) => it.state === 'DRAWN').forEach((it) => this.showMarks(it));
  }

  private showMarks(page: Shown): void {
    const layer = page.element.querySelector('.rd-marks');
    const viewport = page.viewport;
    if (!layer || !viewport) return;
    const parts: HTMLElement[] = [];
    for (const mark of this.marks.filter((it) => it.page === page.number)) {
      const kind = mark.kind === 'HIGHLIGHT' ? `rd-mark rd-${mark.colour!.toLowerCase()}` : 'rd-mark rd-point';
      for (const place of mark.kind === 'HIGHLIGHT' ? mark.places : []) {
        const part = document.createElement('div');
        part.className = `${kind}${mark.mine ? '' : ' rd-others'}`;
        this.put(part, viewport, place);
        part.dataset.mark = mark.id;
        parts.push(part);
      }
      if (mark.kind === 'NOTE' || mark.texts.length) {
        const [left, , right, top] = mark.places[0];
        const sign = document.createElement('div');
        sign.className = `rd-sign${mark.kind === 'NOTE' ? '' : ' rd-behind-words'}${mark.mine ? '' : ' rd-others'}`;
        sign.dataset.mark = mark.id;
        const corner = viewport.convertToViewportPoint(mark.kind === 'NOTE' ? left : right, top);
        sign.style.left = `${(100 * corner[0]) / viewport.width}%`;
        sign.style.top = `${(100 * corner[1]) / viewport.height}%`;
        parts.push(sign);
      }
    }
    layer.replaceChildren(...parts);
  }

  private put(part: HTMLElement, viewport: PageViewport, [left, bottom, right, top]: Rectangle): void {
    const [a, b] = viewport.convertToViewportPoint(left, bottom);
    const [c, d] = viewport.convertToViewportPoint(right, top);
    part.style.left = `${(100 * Math.min(a, c)) / viewport.width}%`;
    part.style.top = `${(100 * Math.min(b, d)) / viewport.height}%`;
    part.style.width = `${(100 * Math.abs(c - a)) / viewport.width}%`;
    part.style.height = `${(100 * Math.abs(d - b)) / viewport.height}%`;
  }

  /** A mark lies below the text that can be selected; a click without a selection is meant for it. */
  private clicked(event: MouseEvent): void {
    if (!(document.getSelection()?.isCollapsed ?? true)) return;
    const page = (event.target as Element).closest('.rd-page');
    const hit = [...(page?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])].reverse().find((it) => {
      const at = it.getBoundingClientRect();
      const near = it.classList.contains('rd-sign') ? 10 : 0;
      return (
        event.clientX >= at.left - near && event.clientX <= at.right + near && event.clientY >= at.top - near && event.clientY <= at.bottom + near
      );
    });
    if (hit) {
      this.dispatchEvent(new CustomEvent('mark', { detail: hit.dataset.mark }));
    } else if (page) {
      const point = this.pointAt(page as HTMLElement, event.clientX, event.clientY);
      if (point) this.dispatchEvent(new CustomEvent('point', { detail: point }));
    }
  }

  private pointAt(element: HTMLElement, x: number, y: number): Selected | null {
    const page = this.pages[Number(element.dataset.page) - 1];
    if (!page?.viewport) return null;
    const box = element.getBoundingClientRect();
    const [left, bottom] = page.viewport.convertToPdfPoint(x - box.left, y - box.top);
    return { page: page.number, places: [[left, bottom, left, bottom]], quote: '' };
  }

  /** A point near the top of what is in sight, for a note made with the keyboard. */
  pointInSight(): Selected | null {
    const page = this.pages[this.current - 1];
    if (!page) return null;
    const box = page.element.getBoundingClientRect();
    const window = this.box.getBoundingClientRect();
    return this.pointAt(page.element, box.right - Math.min(40, box.width / 4), Math.max(box.top, window.top) + 24);
  }

  /** What is selected now, by page. */
  selected(): Selected[] {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return [];
    const range = selection.getRangeAt(0);
    const found: Selected[] = [];
    for (const page of this.pages) {
      const layer = page.element.querySelector('.textLayer');
      if (!layer || !page.viewport || !range.intersectsNode(layer)) continue;
      const part = document.createRange();
      part.selectNodeContents(layer);
      if (layer.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (layer.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      const places = this.places(page, part);
      if (places.length) found.push({ page: page.number, places, quote: quoted(part) });
    }
    return found;
  }

  private places(page: Shown, range: Range): Rectangle[] {
    const box = page.element.getBoundingClientRect();
    return lines(rectangles(range)).map((it) => {
      const [a, b] = page.viewport!.convertToPdfPoint(it.left - box.left, it.bottom - box.top);
      const [c, d] = page.viewport!.convertToPdfPoint(it.right - box.left, it.top - box.top);
      return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)].map((n) => Math.round(n * 100) / 100) as Rectangle;
    });
  }

  // ---- search

  setQuery(query: string): void {
    if (query === this.query) return;
    this.query = query;
    this.pages.filter((it) => it.state === 'DRAWN').forEach((it) => this.showHits(it));
  }

  private showHits(page: Shown): void {
    const layer = page.element.querySelector('.rd-hits');
    if (!layer || !page.text) return;
    const parts: HTMLElement[] = [];
    if (this.query) {
      const box = page.element.getBoundingClientRect();
      for (const range of this.ranges(page)) {
        for (const line of lines(rectangles(range))) {
          const part = document.createElement('div');
          part.className = 'rd-hit';
          part.style.left = `${(100 * (line.left - box.left)) / box.width}%`;
          part.style.top = `${(100 * (line.top - box.top)) / box.height}%`;
          part.style.width = `${(100 * (line.right - line.left)) / box.width}%`;
          part.style.height = `${(100 * (line.bottom - line.top)) / box.height}%`;
          parts.push(part);
        }
      }
    }
    layer.replaceChildren(...parts);
  }

  private ranges(page: Shown): Range[] {
    let text = '';
    const starts = page.strings.map((it) => {
      const at = text.length;
      text += it.str + (it.hasEOL ? '\n' : '');
      return at;
    });
    const divs = page.text!.textDivs;
    const node = (offset: number, isEnd: boolean): [Node, number] | null => {
      for (let at = starts.length - 1; at >= 0; at--) {
        if (starts[at] < offset || (!isEnd && starts[at] === offset)) {
          const inside = divs[at]?.firstChild;
          if (inside?.nodeType === Node.TEXT_NODE) return [inside, Math.min(offset - starts[at], (inside as Text).length)];
          if (isEnd) continue;
          return null;
        }
      }
      return null;
    };
    const ranges: Range[] = [];
    for (const [start, end] of find(fold(text), this.query)) {
      const from = node(start, false);
      const to = node(end, true);
      if (!from || !to) continue;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(...to);
      ranges.push(range);
    }
    return ranges;
  }
}

function distance(number: number, first: number, last: number): number {
  return number < first ? first - number : Math.max(0, number - last);
}

interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the letters of a range are: of text nodes alone, not of the boxes around them. */
function rectangles(range: Range): DOMRect[] {
  const found: DOMRect[] = [];
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root.nodeType === Node.TEXT_NODE ? root.parentNode! : root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!range.intersectsNode(node)) continue;
    const part = document.createRange();
    part.setStart(node, node === range.startContainer ? range.startOffset : 0);
    part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
    if (!part.collapsed) found.push(...part.getClientRects());
  }
  return found.filter((it) => it.width > 0.5 && it.height > 0.5);
}

/** One rectangle for each line. */
function lines(rectangles: DOMRect[]): Line[] {
  const found: Line[] = [];
  for (const it of rectangles) {
    const last = found.at(-1);
    const middle = (it.top + it.bottom) / 2;
    if (last && middle > last.top && middle < last.bottom && it.left >= last.left - 1 && it.left - last.right < 3 * it.height) {
      last.right = Math.max(last.right, it.right);
      last.top = Math.min(last.top, it.top);
      last.bottom = Math.max(last.bottom, it.bottom);
    } else {
      found.push({ left: it.left, right: it.right, top: it.top, bottom: it.bottom });
    }
  }
  return found;
}

/** The words, with spaces where lines end. */
function quoted(range: Range): string {
  const copy = range.cloneContents();
  copy.querySelectorAll('br').forEach((it) => it.replaceWith('\n'));
  return clean((copy.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 2_000));
}
