import { LitElement, html, nothing, svg } from 'lit';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Less than this, in points, was a click and no rectangle. */
const LEAST = 3;
const STEP = 6;
const FINE = 1;
const POINTS_PER_MM = 72 / 25.4;

/**
 * A page as a picture, in which rectangles are drawn: by mouse, by finger, or by keyboard. Server side:
 * de.ratssaal.document.ui.PageMarker.
 */
class PageMarker extends LitElement {
  static override properties = {
    picture: {},
    pageWidth: { type: Number, attribute: false },
    pageHeight: { type: Number, attribute: false },
    boxes: { attribute: false },
    label: {},
    hint: {},
    placeText: { attribute: false },
    drawn: { state: true },
  };

  declare picture: string;
  declare pageWidth: number;
  declare pageHeight: number;
  declare boxes: Box[];
  declare label: string;
  declare hint: string;
  declare placeText: string;
  declare drawn: Box | undefined;
  private from: { x: number; y: number } | undefined;

  constructor() {
    super();
    this.picture = '';
    this.pageWidth = 1;
    this.pageHeight = 1;
    this.boxes = [];
    this.label = '';
    this.hint = '';
    this.placeText = '';
  }

  /** Part of the page itself, so that the page's styles reach it. */
  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    return html`
      <div class="rs-marker">
        ${this.picture ? html`<img class="rs-marker-page" src=${this.picture} alt="" draggable="false" />` : nothing}
        <svg
          class="rs-marker-areas"
          viewBox="0 0 ${this.pageWidth} ${this.pageHeight}"
          role="application"
          tabindex="0"
          aria-label=${this.label}
          aria-describedby="rs-marker-hint"
          @pointerdown=${this.begin}
          @pointermove=${this.extend}
          @pointerup=${this.end}
          @pointercancel=${this.drop}
          @keydown=${this.press}
        >
          <rect class="rs-marker-ground" width=${this.pageWidth} height=${this.pageHeight}></rect>
          ${this.boxes.map((box) => this.box(box, 'rs-marker-area'))}
          ${this.drawn ? this.box(this.drawn, 'rs-marker-drawn') : nothing}
        </svg>
      </div>
      <p id="rs-marker-hint" class="rs-note">${this.hint}</p>
      <p class="rs-marker-said" role="status">${this.drawn ? this.place(this.drawn) : ''}</p>
    `;
  }

  private box(box: Box, look: string) {
    return svg`<rect class=${look} x=${box.x} y=${box.y} width=${box.width} height=${box.height}></rect>`;
  }

  /** As in "{0} mm from the left, {1} mm from above, {2} × {3} mm". */
  private place(box: Box) {
    return [box.x, box.y, box.width, box.height].reduce(
      (text, value, at) => text.replace(`{${at}}`, String(Math.round(value / POINTS_PER_MM))),
      this.placeText,
    );
  }

  private point(event: PointerEvent) {
    const shown = (event.currentTarget as SVGElement).getBoundingClientRect();
    return {
      x: this.within(((event.clientX - shown.left) / shown.width) * this.pageWidth, this.pageWidth),
      y: this.within(((event.clientY - shown.top) / shown.height) * this.pageHeight, this.pageHeight),
    };
  }

  private within(value: number, most: number) {
    return Math.min(Math.max(value, 0), most);
  }

  private begin(event: PointerEvent) {
    if (event.button !== 0) {
      return;
    }
    (event.currentTarget as SVGElement).setPointerCapture(event.pointerId);
    this.from = this.point(event);
  }

  private extend(event: PointerEvent) {
    if (!this.from) {
      return;
    }
    const to = this.point(event);
    this.drawn = {
      x: Math.min(this.from.x, to.x),
      y: Math.min(this.from.y, to.y),
      width: Math.abs(to.x - this.from.x),
      height: Math.abs(to.y - this.from.y),
    };
  }

  private end(event: PointerEvent) {
    this.extend(event);
    this.from = undefined;
    this.mark();
  }

  private drop() {
    this.from = undefined;
    this.drawn = undefined;
  }

  private mark() {
    const box = this.drawn;
    this.drawn = undefined;
    if (box && box.width >= LEAST && box.height >= LEAST) {
      this.dispatchEvent(new CustomEvent('area-mark', { detail: box }));
    }
  }

  /** Enter begins and sets a rectangle, arrows move it, with Shift they change its size, with Alt in small steps. */
  private press(event: KeyboardEvent) {
    const step = event.altKey ? FINE : STEP;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const move = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      if (this.drawn) {
        this.mark();
      } else {
        this.drawn = { x: this.pageWidth / 2 - 60, y: this.pageHeight / 2 - 8, width: 120, height: 16 };
      }
    } else if (event.key === 'Escape' && this.drawn) {
      this.drop();
    } else if (move && this.drawn) {
      const box = this.drawn;
      this.drawn = event.shiftKey
        ? { ...box, width: Math.max(box.width + move[0], LEAST), height: Math.max(box.height + move[1], LEAST) }
        : {
            ...box,
            x: this.within(box.x + move[0], this.pageWidth - box.width),
            y: this.within(box.y + move[1], this.pageHeight - box.height),
          };
    } else {
      return;
    }
    event.preventDefault();
  }
}

customElements.define('rs-page-marker', PageMarker);
